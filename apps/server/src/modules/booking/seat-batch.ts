import type { JobQueue } from '#platform/jobs/job-queue.ts';
import { bookingEventsJob } from './booking-events-job.ts';
import { all, holdPlanned, loadRooms } from './booking-loader.ts';
import { writeChanges } from './booking-writer.ts';
import { decide } from './decide.ts';
import { KnownAnswers } from './known-answers.ts';
import { planLoading } from './load-plan.ts';
import type { Rooms } from './rooms.ts';
import { type Decision, refused, type SeatCommand } from './seat-command.ts';
import type { SendSql } from './seat-sql.ts';
import { NeedMoreWaiters } from './session-room.ts';

export interface SeatBatchOptions {
  /** Where members' messages are enqueued; null tells nobody (demo data). */
  jobs: JobQueue | null;
  /** The time to decide at; the database's own when absent. Demo data lives through past weeks with it. */
  now?: Temporal.Instant | null;
  /** Called with what was decided, before it is saved. */
  onDecided?: ((rooms: Rooms) => void) | undefined;
  /** Called when everything was decided and is on its way to the database, which now works while we wait. */
  onSaving?: (() => void) | undefined;
}

/**
 * Runs a batch of commands inside an open transaction: lock and load, decide in order, save. Nothing is visible to others until
 * the caller commits, so nobody may hear a decision before that.
 */
export async function runSeatBatch(
  send: SendSql,
  commands: readonly SeatCommand[],
  { jobs, now = null, onDecided, onSaving }: SeatBatchOptions,
): Promise<Decision[]> {
  const { rooms, decisions, answers } = await loadAndDecide(send, commands, now);
  onDecided?.(rooms);
  const { events } = rooms.changes;
  const job = jobs && events.length > 0 ? await jobs.enqueueStatement(bookingEventsJob, [{ events }]) : null;
  const sent = writeChanges(send, rooms);
  answers.write(send, sent);
  if (job) sent.push(send({ name: 'seats.enqueue-events', text: job.text }, job.values));
  onSaving?.();
  await all(sent);
  return decisions;
}

/** Decides without saving, for previews; the caller rolls back. */
export async function previewSeatCommand(
  send: SendSql,
  command: SeatCommand,
): Promise<{ decision: Decision; rooms: Rooms }> {
  const { decisions, rooms } = await loadAndDecide(send, [command], null);
  return { decision: decisions[0] ?? refused('not_found'), rooms };
}

async function loadAndDecide(send: SendSql, commands: readonly SeatCommand[], now: Temporal.Instant | null) {
  for (let attempt = 0; ; attempt += 1) {
    const plan = planLoading(commands, attempt);
    // Answers after the locks: of twins at two processes, the second must see what was answered to the first.
    const held = await holdPlanned(send, plan, now, () => KnownAnswers.load(send, commands));
    const rooms = await loadRooms(send, held, plan.userIds, now);
    const { answers } = held;
    try {
      return {
        rooms,
        answers,
        decisions: commands.map((command) => answers.orDecide(command, () => decide(rooms, command))),
      };
    } catch (error) {
      // Everything was decided in memory only, so loading further into the queue and starting over is all there is to do.
      if (!(error instanceof NeedMoreWaiters)) throw error;
    }
  }
}
