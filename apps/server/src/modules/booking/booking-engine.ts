import type { Logger } from 'pino';
import { pgErrorCode } from '#platform/db/pg-error.ts';
import { AppError } from '#platform/http/app-error.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import { CommandQueue, type PendingCommand } from './command-queue.ts';
import { batchCommands, batchSeconds, commandsWaiting } from './engine-metrics.ts';
import { OutgoingAnswers } from './outgoing-answers.ts';
import type { Decision, SeatCommand } from './seat-command.ts';
import { SeatLane } from './seat-lane.ts';

// 256: larger batches no longer raise the rate but double the p99 (bench `hot`, 2 cores).
const MAX_BATCH = 256;
/** A further lane helps only when this many commands wait; below, it would only make the batches smaller. */
const WAITING_PER_LANE = 300;
/** More than this is a growing pile that nobody would wait for. */
const MAX_WAITING = 20_000;
/** Older commands are not begun: their callers are about to give up, and would hear "busy" of a booking that was made. */
const MAX_WAIT_MS = 8_000;

/** A lane that is so long at one batch waits for a lock, and the next one takes its turn. */
const STALL_MS = 200;
/** Answers wait for the next batch's saving, but no longer than this. */
const ANSWER_WITHIN_MS = 20;
/** A session that was not given back in time is tried once more, alone and for no longer than this. */
const SECOND_LOCK_TIMEOUT_MS = 100;

const LOCK_TIMEOUT = '55P03';

export interface BookingEngine {
  /**
   * Runs one command; resolves after its commit.
   *
   * @throws AppError `busy` when too many commands wait or the session stays locked by somebody else
   */
  run(command: SeatCommand): Promise<Decision>;
  /** Waits for what is under way and closes the connections; later commands are refused as `busy`. */
  close(): Promise<void>;
}

export interface BookingEngineOptions {
  databaseUrl: string;
  lanes: number;
  jobs: JobQueue;
  log: Logger;
}

/**
 * Starts the engine: every command that touches seats goes through it, many in one transaction while many wait.
 *
 * An idle system runs batches of one; under a stampede the batches grow by themselves and the cost per booking falls: group
 * commit at the level of the domain. Row locks keep several processes correct beside each other.
 */
export async function startBookingEngine({
  databaseUrl,
  lanes,
  jobs,
  log,
}: BookingEngineOptions): Promise<BookingEngine> {
  const queue = new CommandQueue();
  const idle = Array.from({ length: lanes }, () => new SeatLane(databaseUrl, jobs, log));
  const all = [...idle];
  await Promise.all(all.map((lane) => lane.connect()));
  const answers = new OutgoingAnswers();
  let closing: (() => void) | undefined;
  let pumping = false;
  /** Lanes that work and are not stalled. */
  let moving = 0;

  // One turn of the event loop later: what arrived with the same packets goes into the same batch.
  const pumpSoon = () => {
    if (pumping) return;
    pumping = true;
    setImmediate(pump);
  };

  const pump = () => {
    pumping = false;
    commandsWaiting.set(queue.size);
    while (queue.hasReady && idle.length > 0) {
      if (moving > 0 && queue.size < WAITING_PER_LANE * moving) return;
      const connected = idle.findIndex((lane) => lane.connected);
      const [lane] = idle.splice(Math.max(connected, 0), 1);
      if (lane) void work(lane, queue.take(MAX_BATCH));
    }
    if (closing && queue.size === 0 && idle.length === lanes) closing();
  };

  const work = async (lane: SeatLane, batch: PendingCommand[]) => {
    let stalled = false;
    const stall = setTimeout(() => {
      stalled = true;
      moving -= 1;
      pump();
    }, STALL_MS);
    moving += 1;
    batchCommands.observe(batch.length);
    const observeDuration = batchSeconds.startTimer();
    await settle(lane, dropStale(batch), answers);
    observeDuration();
    clearTimeout(stall);
    if (!stalled) moving -= 1;
    queue.release(batch);
    idle.push(lane);
    pump();
    if (moving === 0) answers.send();
    else answers.sendWithin(ANSWER_WITHIN_MS);
  };

  return {
    run: (command) =>
      new Promise((resolve, reject) => {
        if (closing || queue.size >= MAX_WAITING) return reject(busy());
        queue.push({ command, queuedAt: performance.now(), resolve, reject });
        pumpSoon();
      }),
    close: async () => {
      await new Promise<void>((resolve) => {
        closing = resolve;
        pump();
      });
      await Promise.all(all.map((lane) => lane.close()));
    },
  };
}

/** Runs a batch and answers each command. A batch that fails is divided, so that one poison command cannot hurt its neighbours. */
async function settle(
  lane: SeatLane,
  batch: readonly PendingCommand[],
  answers: OutgoingAnswers,
  lockTimeoutMs?: number,
): Promise<void> {
  if (batch.length === 0) return;
  try {
    const decisions = await lane.run(
      batch.map((pending) => pending.command),
      { lockTimeoutMs, onSaving: () => answers.send() },
    );
    answers.add(batch, decisions);
  } catch (error) {
    const heldUp = pgErrorCode(error) === LOCK_TIMEOUT;
    const parts = lane.connected ? (heldUp ? bySession(batch) : halves(batch)) : [];
    if (parts.length < 2) return rejectAll(batch, error);
    for (const part of parts) await settle(lane, part, answers, heldUp ? SECOND_LOCK_TIMEOUT_MS : lockTimeoutMs);
  }
}

/** After a lock timeout, because only one of the sessions is held up. */
function bySession(batch: readonly PendingCommand[]): PendingCommand[][] {
  return [...Map.groupBy(batch, (pending) => pending.command.sessionId).values()];
}

function halves(batch: readonly PendingCommand[]): PendingCommand[][] {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)].filter((half) => half.length > 0);
}

function rejectAll(batch: readonly PendingCommand[], error: unknown): void {
  for (const pending of batch) pending.reject(error);
}

function dropStale(batch: readonly PendingCommand[]): PendingCommand[] {
  const oldest = performance.now() - MAX_WAIT_MS;
  const [stale, fresh] = [batch.filter((p) => p.queuedAt < oldest), batch.filter((p) => p.queuedAt >= oldest)];
  rejectAll(stale, busy());
  return fresh;
}

function busy(): AppError {
  return new AppError('busy', { retryAfterSeconds: 1 });
}
