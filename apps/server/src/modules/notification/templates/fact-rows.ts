import { deviceName } from '#modules/identity/index.ts';
import type { MessageFacts } from '../message-facts.ts';
import { formatMoney, formatSpan, formatTime } from './message-format.ts';
import type { WordKey, Words } from './message-words.ts';
import type { Wording } from './word-values.ts';

/** One line of the table in a message. */
export interface FactRow {
  label: string;
  value: string;
  /** Where the value leads. */
  url?: string;
}

/** What a table is about. */
export type FactGroup = 'session' | 'ticket' | 'purchase' | 'refund' | 'device';

type Row = readonly [label: WordKey, value: string | null | undefined, url?: string];

/** The table of a message: what is known of its group. */
export function factRows(group: FactGroup, facts: MessageFacts, say: Words, wording: Wording): FactRow[] {
  return groups[group](facts, say, wording).flatMap(([label, value, url]) =>
    value ? [{ label: say(label), value, ...(url && { url }) }] : [],
  );
}

const groups: Record<FactGroup, (facts: MessageFacts, say: Words, wording: Wording) => Row[]> = {
  session: sessionRows,
  ticket: ticketRows,
  purchase: (facts, say, wording) => [
    ...paymentRows(facts, wording),
    ...entryRows(facts, say, wording),
    ...receiptRows(facts, say),
  ],
  refund: (facts, say, wording) => [
    ...paymentRows(facts, wording),
    ...refundRows(facts, wording),
    ...receiptRows(facts, say),
  ],
  device: deviceRows,
};

function sessionRows({ session }: MessageFacts, _say: Words, { language }: Wording): Row[] {
  if (!session) return [];
  return [
    ['rows.class', session.className],
    ['rows.when', formatSpan(session, language)],
    ['rows.where', [session.locationName, session.address].filter(Boolean).join(', ')],
    ['rows.instructor', session.instructorName],
  ];
}

function ticketRows(facts: MessageFacts, say: Words, wording: Wording): Row[] {
  return [['rows.ticket', facts.ticket?.name], ...entryRows(facts, say, wording)];
}

function entryRows({ ticket }: MessageFacts, say: Words, { language, timeZone }: Wording): Row[] {
  if (!ticket) return [];
  const { entriesLeft, validUntil } = ticket;
  return [
    ['rows.entriesLeft', entriesLeft === null ? say('rows.unlimited') : entriesLeft.toLocaleString(language)],
    ['rows.validUntil', validUntil ? formatTime('stamp', validUntil, language, timeZone) : say('rows.notStarted')],
  ];
}

function paymentRows({ payment }: MessageFacts, { language }: Wording): Row[] {
  if (!payment) return [];
  return [
    ['rows.ticket', payment.planName],
    ['rows.paid', formatMoney(payment.amountMinor, payment.currency, language)],
  ];
}

function refundRows({ payment }: MessageFacts, { language }: Wording): Row[] {
  return payment ? [['rows.refunded', formatMoney(payment.refundedMinor, payment.currency, language)]] : [];
}

function receiptRows({ payment }: MessageFacts, say: Words): Row[] {
  return payment?.receiptUrl ? [['rows.receipt', say('rows.openReceipt'), payment.receiptUrl]] : [];
}

function deviceRows({ device }: MessageFacts, say: Words, { language, timeZone }: Wording): Row[] {
  if (!device) return [];
  return [
    ['rows.device', say(deviceName(device.userAgent) ? 'rows.deviceName' : 'rows.unknownDevice')],
    ['rows.address', device.address],
    ['rows.at', formatTime('stamp', device.at, language, timeZone)],
  ];
}
