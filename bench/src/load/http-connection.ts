import net from 'node:net';

/** One answer: `status` and, when asked for, the body. */
export interface HttpAnswer {
  status: number;
  body?: string;
}

const HEADER_END = Buffer.from('\r\n\r\n');
const CONTENT_LENGTH = /\r\ncontent-length: (\d+)/i;

/**
 * A keep-alive connection with one request under way at a time.
 *
 * It reads of the answer no more than is needed to know where it ends: `node:http` would take as much of the shared
 * processor as the server that is being measured.
 */
export class HttpConnection {
  readonly #socket: net.Socket;
  readonly #keepBody: boolean;
  #answered: ((answer: HttpAnswer) => void) | undefined;
  #failed: ((error: Error) => void) | undefined;
  #received: Buffer[] = [];
  /** Bytes still to come of the answer; undefined until its headers are complete. */
  #missing: number | undefined;
  #status = 0;
  #bodyStart = 0;

  private constructor(socket: net.Socket, keepBody: boolean) {
    this.#socket = socket;
    this.#keepBody = keepBody;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', (error) => this.#failed?.(error));
    socket.on('close', () => this.#failed?.(new Error('the server closed the connection')));
  }

  static async open(url: URL, keepBody: boolean): Promise<HttpConnection> {
    const socket = net.connect(Number(url.port), url.hostname);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new HttpConnection(socket, keepBody);
  }

  /** Sends a request that is ready as bytes. */
  send(request: Buffer): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#failed = undefined;
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    if (this.#missing === undefined) {
      this.#received.push(chunk);
      this.#readHeaders();
    } else {
      if (this.#keepBody) this.#received.push(chunk);
      this.#missing -= chunk.length;
    }
    if (this.#missing === 0) this.#finish();
  }

  #readHeaders(): void {
    const start = this.#received.length === 1 ? (this.#received[0] as Buffer) : Buffer.concat(this.#received);
    const end = start.indexOf(HEADER_END);
    if (end < 0) return;
    const headers = start.toString('latin1', 0, end);
    this.#status = Number(headers.slice(9, 12));
    this.#bodyStart = end + HEADER_END.length;
    this.#missing = this.#bodyStart + Number(CONTENT_LENGTH.exec(headers)?.[1] ?? 0) - start.length;
    this.#received = [start];
  }

  #finish(): void {
    const answer: HttpAnswer = { status: this.#status };
    if (this.#keepBody) answer.body = Buffer.concat(this.#received).toString('utf8', this.#bodyStart);
    this.#received = [];
    this.#missing = undefined;
    this.#answered?.(answer);
  }
}
