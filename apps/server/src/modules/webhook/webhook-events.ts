import { type Static, type TObject, Type } from 'typebox';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';

/** What integrators may be told. Data is thin: ids, states and times, and nothing of a member but the id. */

const exactly = { additionalProperties: false } as const;

const BookingData = Type.Object(
  {
    bookingId: Id,
    memberId: Id,
    sessionId: Id,
    classId: Id,
    ticketId: Id,
    state: OneOf(['active', 'waiting', 'canceled']),
    canceledReason: Nullable(OneOf(['member', 'late', 'staff', 'session_canceled', 'ticket_revoked', 'list_closed'])),
    startsAt: Instant,
    endsAt: Instant,
  },
  exactly,
);

const SessionData = Type.Object(
  {
    sessionId: Id,
    classId: Id,
    locationId: Id,
    instructorId: Id,
    state: OneOf(['scheduled', 'canceled']),
    startsAt: Instant,
    endsAt: Instant,
    timeZone: Type.String(),
    revision: Type.Integer(),
  },
  exactly,
);

const PaymentData = Type.Object(
  {
    paymentId: Id,
    memberId: Id,
    planId: Id,
    status: Type.String(),
    amount: Type.Integer(),
    refundedAmount: Type.Integer(),
    currency: Type.String(),
    refundId: Nullable(Id),
  },
  exactly,
);

const TestData = Type.Object({ webhookId: Id }, exactly);

/** Every type of event with the shape of its data. A change that would break receivers gets a type of its own. */
export const webhookEvents = {
  'booking.confirmed': BookingData,
  'booking.waiting': BookingData,
  'booking.promoted': BookingData,
  'booking.canceled': BookingData,
  'session.moved': SessionData,
  'session.instructor_changed': SessionData,
  'session.canceled': SessionData,
  'payment.paid': PaymentData,
  'payment.refunded': PaymentData,
  'webhook.test': TestData,
} as const satisfies Record<string, TObject>;

export type WebhookEventType = keyof typeof webhookEvents;
export type DataOf<T extends WebhookEventType> = Static<(typeof webhookEvents)[T]>;

/** What can be subscribed to; a test event goes to the webhook that is tested. */
export const subscribableTypes = (Object.keys(webhookEvents) as WebhookEventType[]).filter(
  (type) => type !== 'webhook.test',
);

/** Raised when the envelope changes: `{version, type, timestamp, data}`. */
export const PAYLOAD_VERSION = 1;
