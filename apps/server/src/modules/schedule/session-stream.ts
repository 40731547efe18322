import type { Database } from '#platform/db/database.ts';
import { parseCounts, SESSION_CHANNEL, type SessionCounts } from '#platform/events/session-events.ts';
import { AppError } from '#platform/http/app-error.ts';
import { CountsLog, EventBatch } from './counts-log.ts';
import { ScheduleCache } from './schedule-cache.ts';
import type { ScheduleDeps } from './schedule-deps.ts';
import { StreamClient } from './stream-client.ts';

export interface SessionStreamOptions {
  maxClients?: number;
  heartbeatMs?: number;
  /** A reader that takes nothing for this long is dropped. */
  stallMs?: number;
}

/** People do not read faster, and a hot session changes hundreds of times a second. */
const MIN_REST_MS = 100;
/** At most a fifth of the time goes into sending to everybody. */
const REST_FACTOR = 4;

/** What a snapshot covers, around now. */
const SNAPSHOT_FROM = { hours: -2 };
const SNAPSHOT_TO = { hours: 28 * 24 };

/** Sends the counts of sessions to everybody who listens, as the transactions that changed them commit. */
export class SessionStream {
  readonly #db: Database;
  readonly #listener: ScheduleDeps['listener'];
  readonly #options: Required<SessionStreamOptions>;
  readonly #log = new CountsLog();
  readonly #snapshots: ScheduleCache<EventBatch>;
  readonly #clients = new Set<StreamClient>();
  readonly #heartbeat: NodeJS.Timeout;
  #flushTimer: NodeJS.Timeout | undefined;
  #restUntil = 0;
  #closed = false;

  constructor({ db, listener }: Pick<ScheduleDeps, 'db' | 'listener'>, options: SessionStreamOptions = {}) {
    this.#db = db;
    this.#listener = listener;
    this.#options = { maxClients: 5_000, heartbeatMs: 15_000, stallMs: 30_000, ...options };
    this.#snapshots = new ScheduleCache<EventBatch>().follow(listener);
    listener.on('notification', this.#onNotification);
    listener.on('gap', this.#onGap);
    this.#heartbeat = setInterval(() => this.#beat(), this.#options.heartbeatMs).unref();
  }

  /**
   * A new client. It goes on after `lastEventId` where that is possible, otherwise it starts with the current counts; one that
   * asks for certain sessions always learns their counts.
   *
   * @throws AppError `busy` when there are too many clients
   */
  open(lastEventId: string | undefined, sessionIds: ReadonlySet<string> | undefined): StreamClient {
    if (this.#closed || this.#clients.size >= this.#options.maxClients)
      throw new AppError('busy', { retryAfterSeconds: 5 });
    const fresh = sessionIds ? undefined : this.#log.last;
    const position = lastEventId === undefined ? fresh : this.#log.positionOf(lastEventId);
    // Spread, so that the clients of a process that restarts do not all come back at once.
    const retryMs = 1_000 + Math.round(Math.random() * 2_000);
    const start = position === undefined ? '' : `id: ${this.#log.idOf(position)}\n`;
    const source = { since: (after: number) => this.#log.since(after), snapshot: () => this.#snapshot() };
    const client = new StreamClient(source, { position, sessionIds, opening: `retry: ${retryMs}\n${start}\n` });
    this.#clients.add(client);
    client.once('close', () => this.#clients.delete(client));
    return client;
  }

  /** Ends all streams. */
  close(): void {
    this.#closed = true;
    this.#listener.off('notification', this.#onNotification);
    this.#listener.off('gap', this.#onGap);
    clearInterval(this.#heartbeat);
    clearTimeout(this.#flushTimer);
    for (const client of this.#clients) client.end();
  }

  #onNotification = (channel: string, payload: string): void => {
    if (channel !== SESSION_CHANNEL) return;
    const changed = parseCounts(payload);
    for (const counts of changed) this.#log.append(counts);
    if (changed.length > 0) this.#flushSoon();
  };

  #onGap = (): void => {
    this.#log.forget();
    this.#flushSoon();
  };

  #flushSoon(): void {
    const wait = Math.max(this.#restUntil - performance.now(), 0);
    this.#flushTimer ??= setTimeout(() => this.#flush(), wait);
  }

  #flush(): void {
    this.#flushTimer = undefined;
    const startedAt = performance.now();
    for (const client of this.#clients) client.flush();
    const now = performance.now();
    this.#restUntil = now + Math.max((now - startedAt) * REST_FACTOR, MIN_REST_MS);
  }

  #beat(): void {
    const now = performance.now();
    for (const client of this.#clients) client.beat(now, this.#options.stallMs);
  }

  #snapshot(): Promise<EventBatch> {
    return this.#snapshots.read('counts', async () => {
      const position = this.#log.last;
      const counts = await currentCounts(this.#db, Temporal.Now.instant());
      return new EventBatch(
        position,
        counts.map((one) => this.#log.event(one, position)),
      );
    });
  }
}

function currentCounts(db: Database, now: Temporal.Instant): Promise<SessionCounts[]> {
  return db
    .selectFrom('sessions')
    .select(['id as sessionId', 'activeCount', 'waitingCount', 'capacity', 'state'])
    .where('deletedAt', 'is', null)
    .where('startsAt', '>=', now.add(SNAPSHOT_FROM))
    .where('startsAt', '<', now.add(SNAPSHOT_TO))
    .orderBy('startsAt')
    .execute();
}
