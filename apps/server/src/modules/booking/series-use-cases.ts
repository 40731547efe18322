import type { AuditActor } from '#modules/audit/index.ts';
import {
  beginSeriesChange,
  beginSeriesEnd,
  type ChangedSeries,
  finishSeriesChange,
  type SeriesChange,
  type SeriesFields,
  type SeriesScope,
  type SeriesSession,
} from '#modules/schedule/index.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { inTransaction, rehearse } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import { type Consequences, consequencesOf } from './consequences.ts';
import { type ConsequencesView, seriesConsequencesView } from './consequences-view.ts';
import type { Rooms } from './rooms.ts';
import { runSeatBatch } from './seat-batch.ts';
import type { SeatCommand } from './seat-command.ts';
import { sendInTransaction } from './seat-sql.ts';
import { accepted } from './seat-use-cases.ts';

export interface SeriesDeps {
  db: Database;
  jobs: JobQueue;
}

export interface SeriesOptions {
  scope: SeriesScope;
  /** Do it all, answer what came out, and take it back. */
  dryRun: boolean;
  /** Cancel the sessions with bookings that the series no longer has; without it they refuse the change. */
  cancelBooked: boolean;
  /** Accept a capacity below the booked places; nobody is bumped. */
  allowOverCapacity: boolean;
  reason: string | null;
  /** The version of the series as the admin saw it; without it whatever it is now. */
  version?: string | undefined;
  staff: AuditActor;
}

/** What a change of a series did to sessions, which are shown as they were before. */
export interface SeriesOutcome extends ChangedSeries {
  changedSessions: SeriesSession[];
  /** Had bookings; their members are told. */
  canceledSessions: SeriesSession[];
  /** Had none. */
  deletedSessions: SeriesSession[];
  /** Members with a place, or a place in the queue, in a changed or canceled session. */
  people: number;
  /** Whom it concerns, what they are told and what comes back. */
  consequences: ConsequencesView;
}

/**
 * Changes a series and its coming sessions with everybody in them, all in one transaction.
 *
 * @throws AppError of `beginSeriesChange`; `version_conflict`; `still_in_use` with `sessions` when sessions with bookings would end, unless `cancelBooked`;
 *   the refusals of `decideChangeSession` with the `sessionId`
 */
export function changeSeries(
  deps: SeriesDeps,
  id: string,
  fields: SeriesFields,
  options: SeriesOptions,
): Promise<SeriesOutcome> {
  return carryOut(deps, options, (tx, now) => beginSeriesChange(tx, id, options.scope, fields, now));
}

/** Ends a series: sessions without bookings are deleted, those with bookings canceled if `cancelBooked`. Throws as `changeSeries` does. */
export function endSeries(deps: SeriesDeps, id: string, options: SeriesOptions): Promise<SeriesOutcome> {
  return carryOut(deps, options, (tx, now) => beginSeriesEnd(tx, id, options.scope, now));
}

function carryOut(
  { db, jobs }: SeriesDeps,
  options: SeriesOptions,
  begin: (tx: Tx, now: Temporal.Instant) => Promise<SeriesChange>,
): Promise<SeriesOutcome> {
  const { dryRun, cancelBooked, reason, staff } = options;
  const run = dryRun ? rehearse : inTransaction;
  return run(db, async (tx) => {
    const now = Temporal.Now.instant();
    const change = await begin(tx, now);
    refuseOtherVersion(change, options);
    const { changed, ended } = change.plan;
    const changedSessions = changed.map(({ session }) => session);
    const { booked: canceledSessions = [], empty: deletedSessions = [] } = Object.groupBy(ended, (session) =>
      session.activeCount + session.waitingCount > 0 ? 'booked' : 'empty',
    );
    if (canceledSessions.length > 0 && !cancelBooked && !dryRun) throw bookedSessions(canceledSessions);
    const people = await countPeople(tx, [...changedSessions, ...canceledSessions]);
    const consequences = await moveSeats(tx, jobs, commandsOf(change, options));
    const done = await finishSeriesChange(tx, change, staff, reason, now);
    return { ...done, changedSessions, canceledSessions, deletedSessions, people, consequences };
  });
}

function commandsOf({ plan }: SeriesChange, { allowOverCapacity, reason, staff }: SeriesOptions): SeatCommand[] {
  return [
    ...plan.changed.map(({ session: { id: sessionId }, patch }): SeatCommand => {
      return { kind: 'changeSession', sessionId, patch, allowOverCapacity, reason, staff };
    }),
    ...plan.ended.map(({ id: sessionId, activeCount, waitingCount }): SeatCommand => {
      return { kind: activeCount + waitingCount > 0 ? 'cancelSession' : 'deleteSession', sessionId, reason, staff };
    }),
  ];
}

/** One batch for all of them: its locks are taken in the order in which everybody takes them. */
async function moveSeats(tx: Tx, jobs: JobQueue, commands: readonly SeatCommand[]): Promise<ConsequencesView> {
  let consequences: Consequences = { concerned: [], entriesReturned: 0, entriesSpent: 0, mails: [] };
  const onDecided = (rooms: Rooms) => {
    consequences = consequencesOf(rooms);
  };
  if (commands.length === 0) return seriesConsequencesView(tx, consequences);
  const decisions = await runSeatBatch(sendInTransaction(tx), commands, { jobs, onDecided });
  for (const [i, decision] of decisions.entries()) accepted(decision, { sessionId: commands[i]?.sessionId });
  return seriesConsequencesView(tx, consequences);
}

function refuseOtherVersion({ before }: SeriesChange, { version }: SeriesOptions): void {
  if (version === undefined || Temporal.Instant.from(version).equals(before.updatedAt)) return;
  throw new AppError('version_conflict', { extra: { version: before.updatedAt.toString() } });
}

async function countPeople(tx: Tx, sessions: readonly SeriesSession[]): Promise<number> {
  if (sessions.length === 0) return 0;
  const { people } = await tx
    .selectFrom('bookings')
    .select(({ fn }) => fn.count<number>('userId').distinct().as('people'))
    .where(
      'sessionId',
      'in',
      sessions.map(({ id }) => id),
    )
    .where('state', '<>', 'canceled')
    .executeTakeFirstOrThrow();
  return people;
}

function bookedSessions(sessions: readonly SeriesSession[]): AppError {
  return new AppError('still_in_use', {
    detail: `${sessions.length} sessions with bookings would be canceled; confirm it with cancelBooked`,
    extra: { sessions: sessions.map(affectedSession) },
  });
}

/** A session as those see it who decide about its series. */
export function affectedSession({ id, seriesOccurrence, startsAt, activeCount, waitingCount }: SeriesSession) {
  return { id, day: seriesOccurrence.toString(), startsAt: startsAt.toString(), activeCount, waitingCount };
}
