import { type Static, type TSchema, Type } from 'typebox';
import type { CsvColumns } from '#platform/http/csv.ts';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import { Version, versionOf } from '#platform/http/version.ts';
import { type ClassNames, nameClasses } from './class-names.ts';
import { thawedUntil, ticketStatus } from './ticket.ts';
import type { LedgerRow } from './ticket-read-model.ts';
import type { TicketRow } from './ticket-store.ts';

export const TicketView = Type.Object({
  id: Id,
  userId: Id,
  planId: Nullable(Id),
  paymentId: Nullable(Id),
  name: Type.String(),
  state: OneOf(['active', 'frozen', 'revoked', 'expired', 'used_up', 'not_started']),
  unlimited: Type.Boolean(),
  entriesLeft: Nullable(Type.Integer({ description: 'null: unlimited' })),
  classIds: Nullable(Type.Array(Id, { description: 'null: every class' })),
  validFrom: Nullable(Type.String({ format: 'date-time', description: 'null until the first booking starts it' })),
  validUntil: Nullable(Instant),
  validityDays: Nullable(Type.Integer({ description: 'How long it runs once its first booking starts it' })),
  frozenAt: Nullable(Instant),
  createdAt: Instant,
});

const LedgerView = Type.Object({
  id: Type.Integer(),
  at: Instant,
  kind: OneOf(['grant', 'spend', 'return', 'adjust', 'revoke']),
  entries: Type.Integer({ description: 'The change of the balance' }),
  reason: Nullable(Type.String()),
  paymentId: Nullable(Id),
  booking: Nullable(
    Type.Object({ id: Id, sessionId: Id, className: Type.String(), startsAt: Instant, timeZone: Type.String() }),
  ),
});

const ledgerOf = <T extends TSchema>(row: T) =>
  Type.Array(row, { description: 'Every change of the balance, newest first' });

export const TicketDetailView = Type.Object({ ...TicketView.properties, ledger: ledgerOf(LedgerView) });

export const AdminTicketView = Type.Object({
  ...TicketView.properties,
  version: Version,
});

export const ticketColumns = (classes: ClassNames): CsvColumns<Static<typeof AdminTicketView>> => ({
  id: ({ id }) => id,
  name: ({ name }) => name,
  state: ({ state }) => state,
  unlimited: ({ unlimited }) => unlimited,
  entries_left: ({ entriesLeft }) => entriesLeft,
  valid_from: ({ validFrom }) => validFrom,
  valid_until: ({ validUntil }) => validUntil,
  validity_days: ({ validityDays }) => validityDays,
  frozen_at: ({ frozenAt }) => frozenAt,
  class_ids: ({ classIds }) => classIds?.join(' '),
  classes: ({ classIds }) => nameClasses(classes, classIds),
  user_id: ({ userId }) => userId,
  plan_id: ({ planId }) => planId,
  payment_id: ({ paymentId }) => paymentId,
  created_at: ({ createdAt }) => createdAt,
});

const AdminLedgerView = Type.Object({
  ...LedgerView.properties,
  actor: Nullable(
    Type.Object({ id: Id, name: Type.String() }, { description: 'null: the system, e.g. after a payment' }),
  ),
});

export const AdminTicketDetailView = Type.Object({
  ...AdminTicketView.properties,
  thawsUntil: Nullable(
    Type.String({ format: 'date-time', description: 'The end of a frozen ticket if it were unfrozen now' }),
  ),
  ledger: ledgerOf(AdminLedgerView),
});

/** A ticket as the API shows it at `now`. */
export function ticketView(ticket: TicketRow, now: Temporal.Instant): Static<typeof TicketView> {
  const { id, userId, planId, paymentId, name, unlimited, entriesLeft, validityDays } = ticket;
  return {
    id,
    userId,
    planId,
    paymentId,
    name,
    state: ticketStatus(ticket, now),
    unlimited,
    entriesLeft,
    classIds: ticket.classTypeIds,
    validFrom: ticket.validFrom?.toString() ?? null,
    validUntil: ticket.validUntil?.toString() ?? null,
    validityDays,
    frozenAt: ticket.frozenAt?.toString() ?? null,
    createdAt: ticket.createdAt.toString(),
  };
}

/** A ticket together with the history of its balance. */
export function ticketDetailView(
  ticket: TicketRow & { ledger: LedgerRow[] },
  now: Temporal.Instant,
): Static<typeof TicketDetailView> {
  return { ...ticketView(ticket, now), ledger: ticket.ledger.map(ledgerView) };
}

/** A ticket as an admin sees it in a list. */
export function adminTicketView(ticket: TicketRow, now: Temporal.Instant): Static<typeof AdminTicketView> {
  return { ...ticketView(ticket, now), version: versionOf(ticket.updatedAt) };
}

/** A ticket as an admin sees it, with who changed its balance. */
export function adminTicketDetailView(
  ticket: TicketRow & { ledger: LedgerRow[] },
  now: Temporal.Instant,
): Static<typeof AdminTicketDetailView> {
  const { frozenAt, validUntil } = ticket;
  return {
    ...adminTicketView(ticket, now),
    thawsUntil: (frozenAt && thawedUntil(validUntil, frozenAt, now))?.toString() ?? null,
    ledger: ticket.ledger.map((row) => ({ ...ledgerView(row), actor: actorOf(row) })),
  };
}

function actorOf({ actorId: id, actorName: name }: LedgerRow) {
  return id && name ? { id, name } : null;
}

function ledgerView(row: LedgerRow): Static<typeof LedgerView> {
  const { id, at, kind, entries, reason, paymentId, bookingId, sessionId, className, startsAt, timeZone } = row;
  const booking =
    bookingId && sessionId && className && startsAt && timeZone
      ? { id: bookingId, sessionId, className, startsAt: startsAt.toString(), timeZone }
      : null;
  return { id, at: at.toString(), kind, entries, reason, paymentId, booking };
}
