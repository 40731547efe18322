import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import { ticketStatus } from './ticket.ts';
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

export const TicketDetailView = Type.Object({
  ...TicketView.properties,
  ledger: Type.Array(LedgerView, { description: 'Every change of the balance, newest first' }),
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

function ledgerView(row: LedgerRow): Static<typeof LedgerView> {
  const { id, at, kind, entries, reason, paymentId, bookingId, sessionId, className, startsAt, timeZone } = row;
  const booking =
    bookingId && sessionId && className && startsAt && timeZone
      ? { id: bookingId, sessionId, className, startsAt: startsAt.toString(), timeZone }
      : null;
  return { id, at: at.toString(), kind, entries, reason, paymentId, booking };
}
