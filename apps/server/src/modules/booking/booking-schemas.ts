import { Type } from 'typebox';
import { Capacity } from '#modules/schedule/index.ts';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';

export const BookingStateSchema = OneOf(['active', 'waiting', 'canceled']);
export const CanceledReasonSchema = Nullable(
  OneOf(['member', 'late', 'staff', 'session_canceled', 'ticket_revoked', 'list_closed']),
);
const Named = Type.Object({ id: Id, name: Type.String() });

const strict = { additionalProperties: false };

export const CreateBooking = Type.Object({ sessionId: Id, ticketId: Type.Optional(Id) }, strict);
export const CreateBookingForMember = Type.Object({ userId: Id, ticketId: Type.Optional(Id) }, strict);
export const CancelBooking = Type.Object({ forfeit: Type.Optional(Type.Boolean({ default: false })) }, strict);

/** The answer to booking and canceling. */
export const BookingAnswerSchema = Type.Object({
  id: Id,
  sessionId: Id,
  userId: Id,
  state: BookingStateSchema,
  waitingPosition: Nullable(Type.Integer({ description: '1 for the next in line; null unless waiting' })),
  ticketId: Id,
  bookedAt: Instant,
  cancelFreeUntil: Nullable(Instant),
  canceledAt: Nullable(Instant),
  canceledReason: CanceledReasonSchema,
});

export const CanceledBookingSchema = Type.Object({
  ...BookingAnswerSchema.properties,
  late: Type.Boolean(),
  entryReturned: Type.Boolean(),
});

/** A booking with what a list of them shows of its session. */
export const BookingViewSchema = Type.Object({
  id: Id,
  session: Type.Object({
    id: Id,
    class: Named,
    instructor: Named,
    location: Named,
    startsAt: Instant,
    endsAt: Instant,
    timeZone: Type.String(),
    state: OneOf(['scheduled', 'canceled']),
    canceledReason: Nullable(Type.String({ description: 'What the studio said when it canceled the session' })),
  }),
  state: BookingStateSchema,
  waitingPosition: Nullable(Type.Integer()),
  ticketId: Id,
  ticketName: Type.String(),
  bookedAt: Instant,
  promotedAt: Nullable(Instant),
  cancelFreeUntil: Nullable(Instant),
  canceledAt: Nullable(Instant),
  canceledReason: CanceledReasonSchema,
  entryForfeited: Type.Boolean({
    description: 'Canceled late, and nobody has refilled the seat: the entry stays spent',
  }),
  checkedInAt: Nullable(Instant),
  noShowAt: Nullable(Instant),
});

export const CancellationPreviewSchema = Type.Object({
  allowed: Type.Boolean(),
  late: Type.Boolean({ description: 'Needs `forfeit: true`' }),
  entryReturned: Type.Boolean(),
  deadline: Nullable(Instant),
  refusal: Nullable(Type.String({ description: 'The code that canceling would answer' })),
});

export const QueueViewSchema = Type.Object({
  position: Nullable(Type.Integer()),
  waitingCount: Type.Integer(),
  listClosesAt: Type.String({
    format: 'date-time',
    description: 'From then on a free seat goes to whoever books it first, not to the next in line',
  }),
  decisions: Type.Array(
    Type.Object({
      at: Instant,
      outcome: OneOf([
        'promoted',
        'claimed',
        'no_usable_ticket',
        'account_blocked',
        'overlapping_booking',
        'went_ahead',
        'passed_by',
        'claimed_by_other',
      ]),
      cause: OneOf([
        'seat_freed',
        'capacity_raised',
        'ticket_gained',
        'swept',
        'booked_after_close',
        'booked_directly',
      ]),
      position: Nullable(Type.Integer({ description: 'Place in line right after it; null once the wait was over' })),
    }),
    {
      description:
        'Why each seat that was free meanwhile went where it did, oldest first; the newest 100. About this booking: it got the seat (`promoted`; `claimed` by booking it after the list had closed) or could not take it. About others: the seat went to somebody ahead in line (`went_ahead`), to somebody behind because this booking could not take it (`passed_by`), or to whoever booked it (`claimed_by_other`)',
    },
  ),
});

export const dryRun = Type.Optional(Type.Boolean({ description: 'Answer what would happen, and change nothing' }));

export const sessionVersion = Type.Optional(
  Type.Integer({ description: 'Of the session as you saw it; another one by now is a `version_conflict`' }),
);

export const ChangeSession = Type.Object(
  {
    capacity: Type.Optional(Capacity),
    allowOverCapacity: Type.Optional(Type.Boolean({ default: false })),
    startsAt: Type.Optional(Instant),
    endsAt: Type.Optional(Instant),
    instructorId: Type.Optional(Id),
    locationId: Type.Optional(Id),
    bookingOpensDaysBefore: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 365 }))),
    bookingClosesMinutesBefore: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 10_080 }))),
    cancellationCutoffMinutes: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 10_080 }))),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
    version: sessionVersion,
    dryRun,
  },
  strict,
);

export const Reason = Type.Object({ reason: Type.Optional(Type.String({ maxLength: 500 })) }, strict);
