import { auditRow } from '#modules/audit/index.ts';
import { countsPayloads, SESSION_CHANNEL, type SessionCounts } from '#platform/events/session-events.ts';
import type { Booking } from './booking.ts';
import { type ColumnType, columnOf } from './column-array.ts';
import type { Changes, PromotionDecision, Rooms } from './rooms.ts';
import type { SendSql, Statement } from './seat-sql.ts';
import type { LockedSession } from './session-room.ts';

/** A row set as one array per column: the cheapest way to hand PostgreSQL many rows in one statement. */
function rowSet<Row>(columns: Record<string, [type: ColumnType, value: (row: Row) => unknown]>) {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map(([type], i) => `$${i + 1}::${type}[]`);
  return {
    names: names.join(', '),
    from: `unnest(${arrays.join(', ')}) v (${names.join(', ')})`,
    values: (rows: readonly Row[]) => Object.values(columns).map(([type, value]) => columnOf(type, rows.map(value))),
  };
}

function insertAll<Row>(table: string, columns: Record<string, [ColumnType, (row: Row) => unknown]>, where = 'true') {
  const set = rowSet(columns);
  const statement: Statement = {
    name: `seats.insert-${table}`,
    text: `insert into ${table} (${set.names}) select ${set.names} from ${set.from} where ${where}`,
  };
  return { statement, values: set.values };
}

function updateAll<Row extends { id: string }>(
  table: string,
  name: string,
  columns: Record<string, [ColumnType, (row: Row) => unknown]>,
  ...furtherAssignments: string[]
) {
  const set = rowSet<Row>({ id: ['uuid', (row) => row.id], ...columns });
  const assignments = [...Object.keys(columns).map((column) => `${column} = v.${column}`), ...furtherAssignments];
  const statement: Statement = {
    name: `seats.update-${name}`,
    text: `update ${table} t set ${assignments.join(', ')} from ${set.from} where t.id = v.id`,
  };
  return { statement, values: set.values };
}

interface NewBookingRow extends Booking {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

const insertBookings = insertAll<NewBookingRow>('bookings', {
  id: ['uuid', (b) => b.id],
  session_id: ['uuid', (b) => b.sessionId],
  user_id: ['uuid', (b) => b.userId],
  ticket_id: ['uuid', (b) => b.ticketId],
  starts_at: ['timestamptz', (b) => b.startsAt],
  ends_at: ['timestamptz', (b) => b.endsAt],
  state: ['text', (b) => b.state],
  queue_number: ['int4', (b) => b.queueNumber],
  booked_by: ['uuid', (b) => b.bookedBy],
  booked_at: ['timestamptz', (b) => b.bookedAt],
  promoted_at: ['timestamptz', (b) => b.promotedAt],
  grace_until: ['timestamptz', (b) => b.graceUntil],
  canceled_at: ['timestamptz', (b) => b.canceledAt],
  canceled_reason: ['text', (b) => b.canceledReason],
  canceled_by: ['uuid', (b) => b.canceledBy],
  entry_forfeited: ['bool', (b) => b.entryForfeited],
});

const updateBookings = updateAll<Booking>(
  'bookings',
  'bookings',
  {
    ticket_id: ['uuid', (b) => b.ticketId],
    state: ['text', (b) => b.state],
    promoted_at: ['timestamptz', (b) => b.promotedAt],
    grace_until: ['timestamptz', (b) => b.graceUntil],
    canceled_at: ['timestamptz', (b) => b.canceledAt],
    canceled_reason: ['text', (b) => b.canceledReason],
    canceled_by: ['uuid', (b) => b.canceledBy],
    entry_forfeited: ['bool', (b) => b.entryForfeited],
  },
  // Attendance goes with the place: who was checked in and cancels before the start did not come.
  ...['checked_in_at', 'checked_in_by', 'no_show_at'].map(
    (column) => `${column} = case when v.state = 'active' then t.${column} end`,
  ),
);

// One statement for counters and capacity: the checks between them hold for the row as a whole.
const updateCounters = updateAll<LockedSession>('sessions', 'counters', {
  active_count: ['int4', (s) => s.activeCount],
  waiting_count: ['int4', (s) => s.waitingCount],
  capacity: ['int4', (s) => s.capacity],
  over_capacity: ['bool', (s) => s.overCapacity],
  next_queue_number: ['int4', (s) => s.nextQueueNumber],
  state: ['text', (s) => s.state],
  canceled_at: ['timestamptz', (s) => s.canceledAt],
});

const updateTerms = updateAll<LockedSession>(
  'sessions',
  'terms',
  {
    starts_at: ['timestamptz', (s) => s.startsAt],
    ends_at: ['timestamptz', (s) => s.endsAt],
    instructor_id: ['uuid', (s) => s.instructorId],
    location_id: ['uuid', (s) => s.locationId],
    booking_opens_days_before: ['int4', (s) => s.bookingOpensDaysBefore],
    booking_closes_minutes_before: ['int4', (s) => s.bookingClosesMinutesBefore],
    cancellation_cutoff_minutes: ['int4', (s) => s.cancellationCutoffMinutes],
    moved_at: ['timestamptz', (s) => s.movedAt],
    canceled_reason: ['text', (s) => s.canceledReason],
    revision: ['int4', (s) => s.revision],
    deleted_at: ['timestamptz', (s) => s.deletedAt],
  },
  'updated_at = now()',
);

const copyTimesToBookings: Statement = {
  name: 'seats.copy-times',
  text: `update bookings b set starts_at = s.starts_at, ends_at = s.ends_at from sessions s
         where s.id = any($1::uuid[]) and b.session_id = s.id and (b.starts_at, b.ends_at) is distinct from (s.starts_at, s.ends_at)
           and b.id = any(array(
             select id from bookings where session_id = any($1::uuid[]) and state <> 'canceled' union all
             select id from bookings where session_id = any($1::uuid[]) and state = 'canceled'))`,
};

const updateTickets = updateAll<Changes['tickets'] extends Set<infer T> ? T : never>('tickets', 'tickets', {
  entries_left: ['int4', (t) => t.entriesLeft],
  valid_from: ['timestamptz', (t) => t.validFrom],
  valid_until: ['timestamptz', (t) => t.validUntil],
});

/** Rows of history carry the time of the decision, not of the write. */
type Dated<Row> = Row & { at: Temporal.Instant };

const insertLedger = insertAll<Dated<Changes['ledger'][number]>>('ticket_ledger', {
  ticket_id: ['uuid', (l) => l.ticketId],
  kind: ['text', (l) => l.kind],
  entries: ['int4', (l) => (l.kind === 'spend' ? -1 : 1)],
  booking_id: ['uuid', (l) => l.bookingId],
  at: ['timestamptz', (l) => l.at],
});

const insertPromotions = insertAll<Dated<PromotionDecision>>(
  'promotion_log',
  {
    session_id: ['uuid', (p) => p.sessionId],
    booking_id: ['uuid', (p) => p.bookingId],
    user_id: ['uuid', (p) => p.userId],
    outcome: ['text', (p) => p.outcome],
    cause: ['text', (p) => p.cause],
    at: ['timestamptz', (p) => p.at],
  },
  // Somebody who cannot take a seat is looked at again every minute; the same answer again is no news.
  `v.cause <> 'swept' or v.outcome is distinct from (
     select l.outcome from promotion_log l where l.booking_id = v.booking_id order by l.id desc limit 1)`,
);

const insertAudit = insertAll<Dated<ReturnType<typeof auditRow>>>('audit_log', {
  actor_id: ['uuid', (a) => a.actorId],
  actor_role: ['text', (a) => a.actorRole],
  action: ['text', (a) => a.action],
  entity: ['text', (a) => a.entity],
  entity_id: ['text', (a) => a.entityId],
  before: ['jsonb', (a) => a.before],
  after: ['jsonb', (a) => a.after],
  reason: ['text', (a) => a.reason],
  request_id: ['text', (a) => a.requestId],
  address: ['inet', (a) => a.address],
  at: ['timestamptz', (a) => a.at],
});

const notifyCounts: Statement = {
  name: 'seats.notify',
  text: 'select pg_notify($1, payload) from unnest($2::text[]) payload',
};

/** Sends everything the batch decided, each kind as one statement, without waiting in between. */
export function writeChanges(send: SendSql, { changes, sessions, now }: Rooms): Promise<unknown>[] {
  const sent: Promise<unknown>[] = [];
  const write = <Row>(
    { statement, values }: { statement: Statement; values: (rows: readonly Row[]) => unknown[] },
    rows: Row[],
  ) => {
    if (rows.length > 0) sent.push(send(statement, values(rows)));
  };
  const touched = [...changes.sessions].map((room) => room.session);
  const edited = [...changes.editedSessions].map((room) => room.session);
  const newBookings = [...changes.newBookings].flatMap((booking) => {
    const session = sessions.get(booking.sessionId)?.session;
    return session ? [{ ...booking, startsAt: session.startsAt, endsAt: session.endsAt }] : [];
  });

  write(updateCounters, touched);
  write(updateTerms, edited);
  write(updateTickets, [...changes.tickets]);
  // Cancellations before new bookings: a member who canceled and booked again in one batch has two rows, one of them open.
  write(
    updateBookings,
    [...changes.changedBookings].filter((booking) => !changes.newBookings.has(booking)),
  );
  write(insertBookings, newBookings);
  if (edited.length > 0) sent.push(send(copyTimesToBookings, [edited.map((session) => session.id)]));
  const dated = <Row>(row: Row): Dated<Row> => ({ ...row, at: now });
  write(insertLedger, changes.ledger.map(dated));
  write(insertPromotions, [...changes.promotions.values()].map(dated));
  write(insertAudit, changes.audit.map(auditRow).map(dated));
  if (touched.length > 0) sent.push(send(notifyCounts, [SESSION_CHANNEL, countsPayloads(touched.map(countsOf))]));
  return sent;
}

function countsOf({ id, activeCount, waitingCount, capacity, state }: LockedSession): SessionCounts {
  return { sessionId: id, activeCount, waitingCount, capacity, state };
}
