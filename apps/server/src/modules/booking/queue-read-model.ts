import { calculateSessionTimes, findStudio, policyOf } from '#modules/schedule/index.ts';
import type { Database } from '#platform/db/database.ts';
import { waitingPosition } from './booking-read-model.ts';
import { explainQueue, type LoggedDecision, type QueueFacts, type Wait } from './explain-queue.ts';

/** The newest decisions that are told; a queue that moved more often is not read to its beginning. */
const MAX_DECISIONS = 100;

/** Place in line, until when the list moves, and what became of every seat that was free while this booking waited. */
export async function findQueueView(db: Database, bookingId: string) {
  const [booking, studio] = await Promise.all([findQueued(db, bookingId), findStudio(db)]);
  const { position, waitingCount, sessionId, queueNumber } = booking;
  const times = calculateSessionTimes(booking, null, booking.timeZone, policyOf(studio));
  const view = { position, waitingCount, listClosesAt: times.waitlistClosesAt.toString() };
  if (queueNumber === null) return { ...view, decisions: [] };
  const wait = {
    bookingId,
    queueNumber,
    since: booking.bookedAt,
    until: booking.promotedAt ?? booking.canceledAt,
  };
  const decisions = explainQueue(await findQueueFacts(db, sessionId, wait)).slice(-MAX_DECISIONS);
  return { ...view, decisions: decisions.map((decision) => ({ ...decision, at: decision.at.toString() })) };
}

function findQueued(db: Database, bookingId: string) {
  return db
    .selectFrom('bookings as b')
    .innerJoin('sessions as s', 's.id', 'b.sessionId')
    .innerJoin('locations as l', 'l.id', 's.locationId')
    .select(['b.sessionId', 'b.queueNumber', 'b.bookedAt', 'b.promotedAt', 'b.canceledAt', 'l.timeZone'])
    .select(['s.waitingCount', 's.startsAt', 's.bookingOpensDaysBefore', 's.bookingClosesMinutesBefore'])
    .select(['s.cancellationCutoffMinutes', waitingPosition.as('position')])
    .where('b.id', '=', bookingId)
    .executeTakeFirstOrThrow();
}

async function findQueueFacts(db: Database, sessionId: string, wait: Wait): Promise<QueueFacts> {
  const [log, direct, ahead] = await Promise.all([
    findDecisions(db, sessionId, wait),
    db
      .selectFrom('bookings')
      .select('bookedAt')
      .where('sessionId', '=', sessionId)
      .where('queueNumber', 'is', null)
      .where('bookedAt', '>', wait.since)
      .orderBy('bookedAt', 'desc')
      .limit(MAX_DECISIONS)
      .execute(),
    db
      .selectFrom('bookings')
      .select(({ fn }) => fn.coalesce('promotedAt', 'canceledAt').as('until'))
      .where('sessionId', '=', sessionId)
      .where('queueNumber', '<', wait.queueNumber)
      .execute(),
  ]);
  return {
    wait,
    log,
    bookedDirectly: direct.map(({ bookedAt }) => bookedAt),
    aheadUntil: ahead.map(({ until }) => until),
  };
}

/** What the queue decided about this booking, and whom it gave a seat meanwhile; oldest first. */
async function findDecisions(db: Database, sessionId: string, wait: Wait): Promise<LoggedDecision[]> {
  const rows = await db
    .selectFrom('promotionLog as p')
    .innerJoin('bookings as b', 'b.id', 'p.bookingId')
    .select(['p.bookingId', 'b.queueNumber', 'p.outcome', 'p.cause', 'p.at'])
    .where('p.sessionId', '=', sessionId)
    .where('p.at', '>=', wait.since)
    .where(({ or, eb }) => or([eb('p.bookingId', '=', wait.bookingId), eb('p.outcome', 'in', ['promoted', 'claimed'])]))
    .orderBy('p.id', 'desc')
    .limit(MAX_DECISIONS)
    .execute();
  // Nobody is considered who has not joined the queue.
  return rows.reverse().map((row) => ({ ...row, queueNumber: row.queueNumber ?? 0 }));
}
