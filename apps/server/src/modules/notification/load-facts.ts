import { sql } from 'kysely';
import { findBookingView } from '#modules/booking/index.ts';
import { oneTimeLinkOf } from '#modules/identity/index.ts';
import { planSnapshotOf } from '#modules/payment/index.ts';
import { ticketStatus } from '#modules/ticket/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { Standing } from './decide-delivery.ts';
import type { MessageData } from './message-data.ts';
import type { MessageFacts } from './message-facts.ts';
import type { MessageRow } from './message-store.ts';
import type { NotificationDeps } from './notification-deps.ts';

/** What a message says and what decides whether it is sent, read at the same moment. */
export interface LoadedFacts {
  facts: Omit<MessageFacts, 'recipient'>;
  standing: Pick<Standing, 'booking' | 'session' | 'ticket' | 'link'>;
  /** How often the session was changed and the booking with it: what calendars call SEQUENCE. */
  sequence: number;
}

/** Reads the parts that a message is about; a message names each by its id. */
export async function loadFacts(
  deps: Pick<NotificationDeps, 'db' | 'oneTimeTokens' | 'config'>,
  message: Pick<MessageRow, 'userId' | 'bookingId'>,
  data: MessageData,
  now: Temporal.Instant,
): Promise<LoadedFacts> {
  const { db } = deps;
  const booked = message.bookingId ? await loadBooking(db, message.userId, message.bookingId, now) : undefined;
  const ticketId = data.ticketId ?? booked?.ticketId;
  const ticket = ticketId ? await loadTicket(db, ticketId) : undefined;
  const payment = data.paymentId ? await loadPayment(db, data.paymentId) : undefined;
  const link = data.tokenId ? ((await oneTimeLinkOf(deps, data.tokenId)) ?? undefined) : undefined;
  return {
    facts: {
      ...booked?.facts,
      ...(ticket && { ticket }),
      ...(payment && { payment }),
      ...(link && { link }),
      ...deviceOf(data),
    },
    standing: {
      ...booked?.standing,
      ...(ticket && { ticket: { ...ticket, status: ticketStatus(ticket, now) } }),
      ...(link && { link }),
    },
    sequence: booked?.sequence ?? 0,
  };
}

async function loadBooking(db: Database, userId: string, id: string, now: Temporal.Instant) {
  const view = await findBookingView(db, userId, id);
  if (!view) return undefined;
  const { revision, freeSeats, address, entryReturned } = await db
    .selectFrom('bookings as b')
    .innerJoin('sessions as s', 's.id', 'b.sessionId')
    .innerJoin('locations as l', 'l.id', 's.locationId')
    .select(['s.revision', 'l.address'])
    .select(sql<number>`s.capacity - s.active_count`.as('freeSeats'))
    .select(
      sql<boolean>`exists (select from ticket_ledger e where e.booking_id = b.id and e.kind = 'return' and e.entries > 0)`.as(
        'entryReturned',
      ),
    )
    .where('b.id', '=', id)
    .executeTakeFirstOrThrow();
  const { state, session, waitingPosition, ticketId } = view;
  const [startsAt, endsAt] = [Temporal.Instant.from(session.startsAt), Temporal.Instant.from(session.endsAt)];
  const freeUntil = state === 'active' && view.cancelFreeUntil ? Temporal.Instant.from(view.cancelFreeUntil) : null;
  const cancelFreeUntil = freeUntil && Temporal.Instant.compare(now, freeUntil) < 0 ? freeUntil : null;
  const shown = {
    id: session.id,
    className: session.class.name,
    instructorName: session.instructor.name,
    locationName: session.location.name,
    address: address || null,
    startsAt,
    endsAt,
    timeZone: session.timeZone,
  };
  return {
    ticketId,
    sequence: state === 'canceled' ? revision + 1 : revision,
    facts: { session: shown, booking: { id, state, waitingPosition, cancelFreeUntil, entryReturned } },
    standing: { booking: { state }, session: { state: session.state, startsAt, freeSeats, revision } },
  };
}

function loadTicket(db: Database, id: string) {
  return db
    .selectFrom('tickets')
    .select(['id', 'name', 'entriesLeft', 'state', 'validFrom', 'validUntil'])
    .where('id', '=', id)
    .executeTakeFirst();
}

async function loadPayment(db: Database, id: string): Promise<MessageFacts['payment']> {
  const payment = await db
    .selectFrom('payments')
    .select(['id', 'planSnapshot', 'amountMinor', 'refundedMinor', 'currency', 'receiptUrl'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!payment) return undefined;
  const { planSnapshot, ...shown } = payment;
  return { ...shown, planName: planSnapshotOf({ planSnapshot }).name };
}

function deviceOf({ userAgent = null, address = null, at }: MessageData): Pick<MessageFacts, 'device'> {
  return at === undefined ? {} : { device: { userAgent, address, at: Temporal.Instant.from(at) } };
}
