import { describe, expect, test, vi } from 'vitest';
import { CountsLog, EventBatch } from './counts-log.ts';
import { StreamClient } from './stream-client.ts';

const counts = (sessionId: string, activeCount: number) =>
  ({ sessionId, activeCount, waitingCount: 0, capacity: 10, state: 'scheduled' }) as const;

/** A client of a log whose snapshot is one event `all:99`. */
function clientAt(position: number | undefined) {
  const log = new CountsLog();
  const snapshot = vi.fn(async () => new EventBatch(log.last, [log.event(counts('all', 99), log.last)]));
  const source = { since: (after: number) => log.since(after), snapshot };
  const client = new StreamClient(source, { position, opening: ':open\n\n' });
  return { log, client, snapshot };
}

/** Takes what the client has to say, as a reader that keeps up. */
function read(client: StreamClient) {
  const text: string[] = [];
  client.on('data', (chunk) => text.push(String(chunk)));
  const events = () =>
    [...text.join('').matchAll(/"sessionId":"(\w+)","activeCount":(\d+)/g)].map((m) => `${m[1]}:${m[2]}`);
  return { events, text: () => text.join('') };
}

/** Fills the buffer of a client that nobody reads. */
function stall({ client, log }: ReturnType<typeof clientAt>) {
  for (let n = 0; client.readableLength < client.readableHighWaterMark; n += 1) {
    log.append(counts('filler', n));
    client.flush();
  }
  return client.readableLength;
}

test('what happens arrives', async () => {
  const { client, log } = clientAt(0);
  const { events, text } = read(client);
  log.append(counts('a', 1));
  client.flush();
  await vi.waitFor(() => expect(events()).toEqual(['a:1']));
  expect(text()).toMatch(/^:open\n\n/);
});

describe('a reader that is slow', () => {
  test('gets only the newest counts of what changed meanwhile, and holds no memory for the rest', async () => {
    const setup = clientAt(0);
    const { client, log } = setup;
    const full = stall(setup);
    for (let n = 1; n <= 1_000; n += 1) {
      log.append(counts('a', n));
      log.append(counts('b', n));
      client.flush();
    }
    expect(client.readableLength).toBe(full);
    const { events } = read(client);
    await vi.waitFor(() => expect(events().slice(-2)).toEqual(['a:1000', 'b:1000']));
    expect(events().filter((event) => !event.startsWith('filler'))).toEqual(['a:1000', 'b:1000']);
  });

  test('is dropped when it takes nothing for too long', () => {
    const setup = clientAt(0);
    const { client } = setup;
    stall(setup);
    client.beat(performance.now(), 30_000);
    expect(client.destroyed).toBe(false);
    client.beat(performance.now() + 30_001, 30_000);
    expect(client.destroyed).toBe(true);
  });

  test('is not waited for at the end', () => {
    const setup = clientAt(0);
    stall(setup);
    setup.client.end();
    expect(setup.client.destroyed).toBe(true);
  });
});

describe('a snapshot', () => {
  test('comes first for a client without a position, then what happened since', async () => {
    const { client, log, snapshot } = clientAt(undefined);
    const { events } = read(client);
    await vi.waitFor(() => expect(events()).toEqual(['all:99']));
    log.append(counts('a', 1));
    client.flush();
    await vi.waitFor(() => expect(events()).toEqual(['all:99', 'a:1']));
    expect(snapshot).toHaveBeenCalledTimes(1);
  });

  test('replaces what was missed', async () => {
    const { client, log } = clientAt(0);
    const { events } = read(client);
    log.append(counts('a', 1));
    log.forget();
    client.flush();
    await vi.waitFor(() => expect(events()).toEqual(['all:99']));
  });

  test('loses nothing that happens while it loads', async () => {
    const { client, log, snapshot } = clientAt(undefined);
    snapshot.mockImplementationOnce(async () => {
      const batch = new EventBatch(log.last, [log.event(counts('all', 99), log.last)]);
      log.append(counts('a', 1));
      client.flush();
      return batch;
    });
    const { events } = read(client);
    await vi.waitFor(() => expect(events()).toEqual(['all:99', 'a:1']));
  });

  test('that cannot be had ends the stream, so that the client comes back', async () => {
    const { client, snapshot } = clientAt(undefined);
    snapshot.mockRejectedValueOnce(new Error('the database is away'));
    read(client);
    await vi.waitFor(() => expect(client.destroyed).toBe(true));
  });
});

test('a heartbeat is a comment', async () => {
  const { client } = clientAt(0);
  const { text } = read(client);
  client.beat(performance.now(), 30_000);
  await vi.waitFor(() => expect(text()).toBe(':open\n\n:\n\n'));
});

test('the end does not wait for a snapshot', async () => {
  const { client, snapshot } = clientAt(undefined);
  const loading = Promise.withResolvers<EventBatch>();
  snapshot.mockReturnValueOnce(loading.promise);
  read(client);
  await vi.waitFor(() => expect(snapshot).toHaveBeenCalled());
  client.end();
  expect(client.destroyed).toBe(true);
  loading.resolve(new EventBatch(0, []));
});

test('the end ends it', async () => {
  const { client } = clientAt(0);
  read(client);
  client.end();
  await vi.waitFor(() => expect(client.readableEnded).toBe(true));
});
