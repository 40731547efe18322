import type { MessageFacts } from '../message-facts.ts';
import { type MessageKind, messageKinds } from '../message-kinds.ts';
import type { MessageLook } from './render-message.ts';

export const kinds = Object.keys(messageKinds) as MessageKind[];

export const look: MessageLook = {
  studioName: 'Studio Sonce',
  accentColor: '#0f766e',
  timeZone: 'Europe/Ljubljana',
  locale: 'en',
  webUrl: 'https://studio.example',
  unsubscribeUrl: 'https://studio.example/unsubscribe?token=t0ken',
};

const recipient = { name: 'Ana Novak' };

export const session: NonNullable<MessageFacts['session']> = {
  id: '0190a000-0000-7000-8000-000000000001',
  className: 'Vinyasa Flow',
  instructorName: 'Maja Kos',
  locationName: 'Center',
  address: 'Trubarjeva 1, Ljubljana',
  startsAt: Temporal.Instant.from('2026-11-24T17:30:00Z'),
  endsAt: Temporal.Instant.from('2026-11-24T18:45:00Z'),
  timeZone: 'Europe/Ljubljana',
};

export const booking: NonNullable<MessageFacts['booking']> = {
  id: '0190a000-0000-7000-8000-000000000002',
  state: 'active',
  waitingPosition: null,
  cancelFreeUntil: Temporal.Instant.from('2026-11-24T15:30:00Z'),
  entryReturned: false,
};
const waiting = { ...booking, state: 'waiting' as const, waitingPosition: 3, cancelFreeUntil: null };
export const canceled = { ...booking, state: 'canceled' as const, cancelFreeUntil: null };

export const ticket: NonNullable<MessageFacts['ticket']> = {
  id: '0190a000-0000-7000-8000-000000000003',
  name: 'Ten classes',
  entriesLeft: 4,
  validUntil: Temporal.Instant.from('2027-02-22T23:00:00Z'),
};
export const unlimited = { ...ticket, name: 'Monthly', entriesLeft: null };

export const payment: NonNullable<MessageFacts['payment']> = {
  id: '0190a000-0000-7000-8000-000000000004',
  planName: 'Ten classes',
  amountMinor: 12_000,
  refundedMinor: 0,
  currency: 'EUR',
  receiptUrl: 'https://receipts.example/1',
};

const link: NonNullable<MessageFacts['link']> = {
  url: 'https://studio.example/verify-email#token=abc',
  expiresAt: Temporal.Instant.from('2026-11-25T08:00:00Z'),
};

const device: NonNullable<MessageFacts['device']> = {
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  address: '192.0.2.7',
  at: Temporal.Instant.from('2026-11-22T20:03:00Z'),
};

/** What each kind gets when everything is known. */
export function fullFacts(kind: MessageKind): MessageFacts {
  const isOfLink = ['verify_email', 'reset_password', 'invitation'].includes(kind);
  const isOfPayment = kind === 'ticket_bought' || kind === 'payment_refunded';
  if (isOfLink) return { recipient, link };
  if (isOfPayment) return { recipient, payment, ticket };
  if (messageKinds[kind] === 'account') return { recipient, device };
  if (messageKinds[kind] === 'tickets') return { recipient, ticket };
  return { recipient, session, booking: bookingOf(kind), ticket };
}

/** What each kind cannot do without. */
export function leastFacts(kind: MessageKind): MessageFacts {
  const { session, payment, link, ticket } = fullFacts(kind);
  const nobody = { recipient: { name: '' } };
  if (link) return { ...nobody, link };
  if (payment) return { ...nobody, payment: { ...payment, receiptUrl: null } };
  if (session) return { ...nobody, session: { ...session, address: null } };
  return ticket ? { ...nobody, ticket } : nobody;
}

function bookingOf(kind: MessageKind): typeof waiting | typeof canceled | typeof booking {
  if (kind === 'booking_waiting' || kind === 'promotion_skipped' || kind === 'seat_opened') return waiting;
  if (kind === 'entry_returned_after_refill' || kind === 'session_canceled')
    return { ...canceled, entryReturned: true };
  return /cancel|closed|removed|withdrawn/.test(kind) ? canceled : booking;
}

/** Further circumstances in which a message says something else. */
export const circumstances: readonly (readonly [
  what: string,
  kind: MessageKind,
  facts: Omit<MessageFacts, 'recipient'>,
])[] = [
  ['without limit', 'booking_confirmed', { session, booking, ticket: unlimited }],
  [
    'no longer free to cancel',
    'booking_confirmed',
    { session, booking: { ...booking, cancelFreeUntil: null }, ticket },
  ],
  ['entry back on its ticket', 'booking_canceled', { session, booking: { ...canceled, entryReturned: true }, ticket }],
  ['entry back on a ticket not shown', 'booking_canceled', { session, booking: { ...canceled, entryReturned: true } }],
  ['nothing to come back', 'booking_canceled', { session, booking: canceled, ticket: unlimited }],
  ['refilled at once', 'booking_canceled_late', { session, booking: { ...canceled, entryReturned: true }, ticket }],
  ['of one who waited', 'session_canceled', { session, booking: canceled }],
  ['of one who waits', 'session_moved', { session, booking: waiting }],
  ['no place in line known', 'promotion_skipped', { session, booking: { ...waiting, waitingPosition: null } }],
  ['unknown device', 'new_device', { device: { ...device, userAgent: null, address: null } }],
  ['of a ticket that starts later', 'ticket_bought', { payment, ticket: { ...unlimited, validUntil: null } }],
  ['without limit', 'ticket_expiring', { ticket: unlimited }],
  ['the whole amount', 'payment_refunded', { payment: { ...payment, refundedMinor: 12_000 } }],
  ['a part', 'payment_refunded', { payment: { ...payment, refundedMinor: 3_000 }, ticket }],
];
