import { type Static, Type } from 'typebox';
import { sessionHeadColumns } from '#modules/schedule/index.ts';
import type { CsvColumns } from '#platform/http/csv.ts';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';

const Named = Type.Object({ id: Id, name: Type.String() });
const Count = Type.Integer({ minimum: 0 });

/** A session as the front desk sees it. */
const DeskSession = Type.Object({
  id: Id,
  class: Named,
  instructor: Named,
  location: Named,
  startsAt: Instant,
  endsAt: Instant,
  timeZone: Type.String({ description: 'IANA time zone of the location; all instants here carry its offset' }),
  capacity: Type.Integer({ minimum: 1 }),
  activeCount: Count,
  waitingCount: Count,
  checkedInCount: Count,
  state: OneOf(['scheduled', 'canceled']),
  canceledReason: Nullable(Type.String()),
  checkInOpensAt: Type.String({ format: 'date-time', description: 'The day of the session begins there' }),
  checkInClosesAt: Instant,
  waitlistClosesAt: Type.String({
    format: 'date-time',
    description: 'From then on a free place is given by hand, or to whoever books it first',
  }),
});

const RosterEntry = Type.Object({
  bookingId: Id,
  user: Type.Object({
    id: Id,
    name: Type.String(),
    email: Nullable(Type.String({ description: 'For admins; null for staff' })),
  }),
  state: OneOf(['active', 'waiting', 'canceled']),
  waitingPosition: Nullable(Type.Integer()),
  bookedAt: Instant,
  checkedInAt: Nullable(Instant),
  noShowAt: Nullable(Instant),
  firstVisit: Type.Boolean({ description: 'No place in an earlier session, unless the member did not come to it' }),
  ticket: Type.Object({
    id: Id,
    name: Type.String(),
    entriesLeft: Nullable(Type.Integer({ description: 'null: unlimited' })),
    lastEntry: Type.Boolean({ description: 'A place was booked with the last entry, or who waits has one left' }),
    validUntil: Nullable(Instant),
    expiresSoon: Type.Boolean({ description: 'Ends within seven days, or has ended' }),
  }),
});

/** What a studio prints, in the order of the list. */
export const rosterColumns: CsvColumns<Static<typeof RosterEntry>> = {
  booking_id: ({ bookingId }) => bookingId,
  user_id: ({ user }) => user.id,
  member: ({ user }) => user.name,
  email: ({ user }) => user.email,
  state: ({ state }) => state,
  waiting_position: ({ waitingPosition }) => waitingPosition,
  booked_at: ({ bookedAt }) => bookedAt,
  checked_in_at: ({ checkedInAt }) => checkedInAt,
  no_show_at: ({ noShowAt }) => noShowAt,
  first_visit: ({ firstVisit }) => firstVisit,
  ticket_id: ({ ticket }) => ticket.id,
  ticket: ({ ticket }) => ticket.name,
  entries_left: ({ ticket }) => ticket.entriesLeft,
  valid_until: ({ ticket }) => ticket.validUntil,
};

export const deskSessionColumns: CsvColumns<Static<typeof DeskSession>> = {
  ...sessionHeadColumns,
  checked_in_count: ({ checkedInCount }) => checkedInCount,
  state: ({ state }) => state,
  canceled_reason: ({ canceledReason }) => canceledReason,
};

export const Today = Type.Object({
  date: Type.String({ format: 'date' }),
  timeZone: Type.String({ description: 'Where that day was today' }),
  items: Type.Array(DeskSession),
});

export const Roster = Type.Object({ session: DeskSession, items: Type.Array(RosterEntry) });

/** A booking after its attendance changed, with the session's counts. */
export const AttendanceAnswer = Type.Object({ ...RosterEntry.properties, session: DeskSession });

export const CheckInAnswer = Type.Object({
  ...AttendanceAnswer.properties,
  alreadyCheckedIn: Type.Boolean({ description: 'Nothing was changed: the member had been checked in' }),
});

export const CheckInByCode = Type.Object(
  {
    code: Type.String({
      maxLength: 100,
      examples: ['K7QM-2XTR'],
      description: 'As scanned or typed: case, blanks and hyphens do not matter',
    }),
    sessionId: Type.Optional({
      ...Id,
      description: 'Where the member wants to go in; the nearest of the day when absent',
    }),
  },
  { additionalProperties: false },
);
