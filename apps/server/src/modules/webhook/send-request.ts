import type { lookup as systemLookup } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { AttemptOutcome } from './decide-attempt.ts';
import { publicLookup } from './public-lookup.ts';
import { refuseUrl, urlRefusals } from './refuse-url.ts';

const TIMEOUT_MS = 10_000;
const EXCERPT_BYTES = 1_024;
const ERROR_LENGTH = 300;

export interface OutgoingRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface SendOptions {
  allowPrivate: boolean;
  signal: AbortSignal;
  timeoutMs?: number;
  /** Asks for the addresses of a name; the system's resolver when absent. */
  resolve?: typeof systemLookup;
}

/** What came of a request, with the beginning of what the receiver said. */
export type SendResult = AttemptOutcome & { excerpt: string | null };

/**
 * Posts to a receiver; never throws for what the network or the receiver does. Connecting, sending and waiting take at most
 * 10 s together; redirects are not followed; of the answer at most 1 kB is read.
 *
 * `node:http` and not `fetch`: only there can the address be judged at the moment of connecting.
 */
export async function sendRequest(request: OutgoingRequest, options: SendOptions): Promise<SendResult> {
  const refusal = refuseUrl(request.url, options.allowPrivate);
  if (refusal) return { error: `The URL ${urlRefusals[refusal]}`, excerpt: null };
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const signal = AbortSignal.any([timeout, options.signal]);
  try {
    const response = await post(request, { ...options, signal });
    return { statusCode: response.statusCode ?? 0, excerpt: await readExcerpt(response) };
  } catch (error) {
    return { error: timeout.aborted ? 'No answer in time' : describe(error), excerpt: null };
  }
}

function post({ url, headers, body }: OutgoingRequest, { signal, allowPrivate, resolve: resolver }: SendOptions) {
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise<IncomingMessage>((resolve, reject) => {
    const lookup = allowPrivate ? {} : { lookup: publicLookup(resolver) };
    // No agent: a connection that was kept open would not be judged again.
    request(url, { method: 'POST', agent: false, signal, headers, ...lookup })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
}

/** The status has been told by now, so whatever happens to the rest of the answer changes nothing. */
async function readExcerpt(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= EXCERPT_BYTES) break;
    }
  } catch {
    // Cut off or out of time: what has arrived is still worth showing.
  }
  response.destroy();
  const text = Buffer.concat(chunks).subarray(0, EXCERPT_BYTES).toString();
  // PostgreSQL's text cannot hold U+0000.
  return text.replaceAll('\0', '');
}

function describe(error: unknown): string {
  // Several addresses that all refuse are one error without a message of its own.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return (first instanceof Error ? first.message : String(first)).slice(0, ERROR_LENGTH);
}
