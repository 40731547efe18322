import { randomUUIDv7 } from 'node:crypto';
import { type AuditActor, recordAudit, systemActor } from '#modules/audit/index.ts';
import type { TicketService } from '#modules/ticket/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Sold } from './sell-ticket.ts';

export interface Refund {
  amountMinor: number;
  reason: string;
  actor: AuditActor;
  at: Temporal.Instant;
}

/** Gives back money for a sale of the demo, in part or in full; the ticket goes when all of the money has gone. */
export async function refundSale(tx: Tx, tickets: TicketService, sold: Sold, refund: Refund): Promise<void> {
  const { paymentId, ticketId, priceMinor, currency } = sold;
  const { amountMinor, reason, actor, at } = refund;
  const isFull = amountMinor === priceMinor;
  const status = isFull ? 'refunded' : 'partially_refunded';
  const id = randomUUIDv7();
  await tx
    .insertInto('refunds')
    .values({
      id,
      paymentId,
      amountMinor,
      reason,
      requestedBy: actor.id,
      status: 'succeeded',
      stripeIdempotencyKey: `demo-refund-${id}`,
      stripeRefundId: `re_demo_${id}`,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  const after = { refundId: id, amountMinor, currency };
  await recordAudit(tx, { actor, action: 'payment.refund', entity: 'payment', entityId: paymentId, after, reason, at });
  await tx
    .updateTable('payments')
    .set({ status, refundedMinor: amountMinor, updatedAt: at })
    .where('id', '=', paymentId)
    .execute();
  await tx
    .insertInto('paymentTransitions')
    .values({ paymentId, fromStatus: 'paid', toStatus: status, cause: 'refunded', at })
    .execute();
  if (isFull) await tickets.revokeTicket(tx, ticketId, { actor: systemActor, reason: 'payment: refunded', at });
}
