import { deviceName } from '#modules/identity/index.ts';
import type { MessageFacts } from '../message-facts.ts';
import { formatMoney, formatTime } from './message-format.ts';
import type { WordValues } from './message-words.ts';

/** Where and for whom a message is worded. */
export interface Wording {
  studioName: string;
  language: string;
  /** IANA name; the studio's, for times that belong to no session. */
  timeZone: string;
}

/** The facts of a message as the arguments of its words; what is not known is left out. */
export function wordValues(facts: MessageFacts, wording: Wording): WordValues {
  return {
    studio: wording.studioName,
    name: facts.recipient.name,
    ...sessionValues(facts, wording),
    ...ticketValues(facts, wording),
    ...paymentValues(facts, wording),
    ...accountValues(facts, wording),
  };
}

function sessionValues({ session, booking }: MessageFacts, { language }: Wording): WordValues {
  if (!session) return {};
  const { className, instructorName, locationName, startsAt, timeZone } = session;
  const { waitingPosition = null, cancelFreeUntil = null } = booking ?? {};
  return {
    class: className,
    instructor: instructorName,
    location: locationName,
    time: formatTime('brief', startsAt, language, timeZone),
    moment: formatTime('moment', startsAt, language, timeZone),
    ...(waitingPosition !== null && { position: waitingPosition }),
    ...(cancelFreeUntil && { freeUntil: formatTime('moment', cancelFreeUntil, language, timeZone) }),
  };
}

function ticketValues({ ticket }: MessageFacts, { language, timeZone }: Wording): WordValues {
  if (!ticket) return {};
  const { name, entriesLeft, validUntil } = ticket;
  return {
    ticket: name,
    ...(entriesLeft !== null && { count: entriesLeft }),
    ...(validUntil && {
      until: formatTime('stamp', validUntil, language, timeZone),
      // It ends before this instant: at midnight, the day before is the last.
      untilDay: formatTime('day', validUntil.subtract({ milliseconds: 1 }), language, timeZone),
    }),
  };
}

function paymentValues({ payment }: MessageFacts, { language }: Wording): WordValues {
  if (!payment) return {};
  const { planName, amountMinor, refundedMinor, currency } = payment;
  return {
    plan: planName,
    amount: formatMoney(amountMinor, currency, language),
    refunded: formatMoney(refundedMinor, currency, language),
  };
}

function accountValues({ link, device }: MessageFacts, { language, timeZone }: Wording): WordValues {
  return {
    ...(link && { expires: formatTime('stamp', link.expiresAt, language, timeZone) }),
    ...(device && deviceName(device.userAgent)),
  };
}
