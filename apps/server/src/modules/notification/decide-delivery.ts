import type { TicketStatus } from '#modules/ticket/index.ts';
import type { MessageData } from './message-data.ts';
import { type MessageCategory, type MessageKind, messageKinds } from './message-kinds.ts';
import type { Preferences } from './preferences.ts';

/** How what a message tells about stands when it is about to be sent. */
export interface Standing {
  recipient: { erased: boolean; addressFails: boolean };
  preferences: Preferences;
  /** An admin asked for it to be sent once more. */
  resent: boolean;
  booking?: { state: 'active' | 'waiting' | 'canceled' };
  session?: { state: 'scheduled' | 'canceled'; startsAt: Temporal.Instant; freeSeats: number; revision: number };
  ticket?: { status: TicketStatus; entriesLeft: number | null; validUntil: Temporal.Instant | null };
  /** The link can still be used. */
  link?: object;
}

export type SkipReason = 'erased' | 'address_fails' | 'not_wanted' | 'no_longer_true' | 'link_used';
export type Delivery = { kind: 'send' } | { kind: 'skip'; reason: SkipReason };

/**
 * Decides whether a message still goes out. Minutes or a day may have passed since its cause: nobody is told what is no
 * longer so, nor what they do not want to hear.
 */
export function decideDelivery(
  kind: MessageKind,
  data: MessageData,
  standing: Standing,
  now: Temporal.Instant,
): Delivery {
  const { recipient, preferences, resent } = standing;
  const category = messageKinds[kind];
  if (recipient.erased) return skip('erased');
  if (recipient.addressFails && !resent && !isAlwaysSent(category)) return skip('address_fails');
  if (!isWanted(category, preferences, data)) return skip('not_wanted');
  if (carriesLink(kind)) return standing.link ? { kind: 'send' } : skip('link_used');
  return (stillTrue[kind]?.(standing, data, now) ?? true) ? { kind: 'send' } : skip('no_longer_true');
}

function carriesLink(kind: MessageKind): boolean {
  return kind === 'verify_email' || kind === 'reset_password' || kind === 'invitation';
}

/** True for what nobody can switch off, and what is tried even at an address that failed. */
function isAlwaysSent(category: MessageCategory): category is 'account' | 'essential' {
  return category === 'account' || category === 'essential';
}

const skip = (reason: SkipReason): Delivery => ({ kind: 'skip', reason });

function isWanted(category: MessageCategory, preferences: Preferences, { minutesBefore }: MessageData): boolean {
  if (isAlwaysSent(category)) return true;
  if (category !== 'reminders') return preferences[category];
  const { reminders } = preferences;
  return minutesBefore === undefined ? reminders.length > 0 : reminders.includes(minutesBefore);
}

type Check = (standing: Standing, data: MessageData, now: Temporal.Instant) => boolean;

const isAhead: Check = ({ session }, _, now) =>
  session?.state === 'scheduled' && Temporal.Instant.compare(now, session.startsAt) < 0;
/** What tells of a session to come is no news once it has started; how a booking ended, and what came back, still is. */
const isComing =
  (state: 'active' | 'waiting'): Check =>
  (...given) =>
    given[0].booking?.state === state && isAhead(...given);
/** A later change has its own message, which shows this one's outcome as well. */
const isNewestChange: Check = (standing, data, now) =>
  standing.booking !== undefined &&
  standing.booking.state !== 'canceled' &&
  isAhead(standing, data, now) &&
  (data.revision === undefined || data.revision === standing.session?.revision);

const startsAsTold: Check = ({ session }, { startsAt }) => isSame(session?.startsAt, startsAt);

/** What has to hold still; a kind that is not here tells of something that stays true. */
const stillTrue: Partial<Record<MessageKind, Check>> = {
  booking_confirmed: isComing('active'),
  booking_promoted: isComing('active'),
  booking_waiting: isComing('waiting'),
  promotion_skipped: isComing('waiting'),
  seat_opened: (...given) => isComing('waiting')(...given) && (given[0].session?.freeSeats ?? 0) > 0,
  session_moved: isNewestChange,
  instructor_changed: isNewestChange,
  reminder: (...given) => isComing('active')(...given) && startsAsTold(...given),
  ticket_low: ({ ticket }, { entriesLeft }) =>
    (ticket?.status === 'active' || ticket?.status === 'used_up') &&
    (entriesLeft === undefined || (ticket.entriesLeft ?? Infinity) <= entriesLeft),
  ticket_expiring: ({ ticket }, { validUntil }) => ticket?.status === 'active' && isSame(ticket.validUntil, validUntil),
};

function isSame(now: Temporal.Instant | null | undefined, then: string | undefined): boolean {
  return then === undefined || (now?.equals(Temporal.Instant.from(then)) ?? false);
}
