import { systemActor } from '#modules/audit/index.ts';
import { grantOfPlan, type TicketService, ticketStatus } from '#modules/ticket/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PaymentRow, PaymentStep } from './payment.ts';
import { planSnapshotOf } from './plan-snapshot.ts';

/** Does to the ticket of a payment what a step asks for; an admin who did it by hand before is not undone. */
export async function applyTicketEffect(
  tx: Tx,
  tickets: TicketService,
  payment: PaymentRow & { now: Temporal.Instant },
  { effect, cause }: PaymentStep,
): Promise<void> {
  const { id: paymentId, userId, planId, now } = payment;
  const by = { actor: systemActor, reason: `payment: ${cause}` };
  if (effect === 'grant') {
    const terms = grantOfPlan(planSnapshotOf(payment), now);
    await tickets.grantTicket(tx, { ...terms, userId, planId, paymentId, ...by });
    return;
  }
  const ticket = await tx
    .selectFrom('tickets')
    .select(['id', 'state', 'entriesLeft', 'validFrom', 'validUntil'])
    .where('paymentId', '=', paymentId)
    .executeTakeFirst();
  if (!ticket || ticket.state === 'revoked') return;
  const isFrozen = ticket.state === 'frozen';
  // What has expired books nothing anyway, and cannot be frozen.
  const mayFreeze = !isFrozen && ticketStatus(ticket, now) !== 'expired';
  if (effect === 'revoke') await tickets.revokeTicket(tx, ticket.id, by);
  if (effect === 'freeze' && mayFreeze) await tickets.freezeTicket(tx, ticket.id, by);
  if (effect === 'unfreeze' && isFrozen && (await isFrozenByDispute(tx, ticket.id))) {
    await tickets.unfreezeTicket(tx, ticket.id, by);
  }
}

/**
 * Whether the freeze that a ticket is in is ours. The system freezes tickets for disputes of their own payment only, and the
 * audit log, which forgets nothing, has one row of each freeze.
 */
async function isFrozenByDispute(tx: Tx, ticketId: string): Promise<boolean> {
  const freeze = await tx
    .selectFrom('auditLog')
    .select('actorRole')
    .where('entity', '=', 'ticket')
    .where('entityId', '=', ticketId)
    .where('action', '=', 'ticket.freeze')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return freeze?.actorRole === systemActor.role;
}
