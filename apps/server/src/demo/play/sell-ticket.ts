import { randomUUIDv7 } from 'node:crypto';
import { systemActor } from '#modules/audit/index.ts';
import { grantOfPlan, type TicketService } from '#modules/ticket/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PlanRow } from '../insert-studio.ts';

export interface Sale {
  userId: string;
  plan: PlanRow;
  /** When it was paid. */
  at: Temporal.Instant;
}

export interface Sold {
  paymentId: string;
  ticketId: string;
  priceMinor: number;
  currency: string;
}

/** How long people take at the till. */
const CHECKOUT_SECONDS = 95;

/** A purchase that went through: the payment in its final state, and the ticket it granted. */
export async function sellTicket(tx: Tx, tickets: TicketService, sale: Sale): Promise<Sold> {
  const { userId, plan, at } = sale;
  const paymentId = await insertPayment(tx, sale, 'paid');
  const terms = { ...grantOfPlan(plan, at), userId, planId: plan.id, paymentId };
  const ticket = await tickets.grantTicket(tx, { ...terms, actor: systemActor, reason: 'payment: paid', at });
  return { paymentId, ticketId: ticket.id, priceMinor: plan.priceMinor, currency: plan.currency };
}

/** A purchase that was begun and left. */
export async function abandonCheckout(tx: Tx, sale: Sale): Promise<void> {
  await insertPayment(tx, sale, 'expired');
}

/**
 * Stripe has never heard of these payments, and their ids say so. They are in final states, so nobody asks Stripe about them.
 */
async function insertPayment(tx: Tx, { userId, plan, at }: Sale, status: 'paid' | 'expired'): Promise<string> {
  const id = randomUUIDv7();
  const { name, description, entries, validityDays, starts, classTypeIds } = plan;
  const payment = tx
    .insertInto('payments')
    .values({
      id,
      userId,
      planId: plan.id,
      planSnapshot: JSON.stringify({ name, description, entries, validityDays, starts, classTypeIds }),
      amountMinor: plan.priceMinor,
      currency: plan.currency,
      status,
      stripeIdempotencyKey: `demo-checkout-${id}`,
      stripeCheckoutId: `cs_demo_${id}`,
      createdAt: at.subtract({ seconds: CHECKOUT_SECONDS }),
      updatedAt: at,
      ...(status === 'paid' && { paidAt: at, stripePaymentIntentId: `pi_demo_${id}` }),
    })
    .execute();
  const cause = status === 'paid' ? 'paid' : 'checkout_expired';
  const transition = tx
    .insertInto('paymentTransitions')
    .values({ paymentId: id, fromStatus: 'pending', toStatus: status, cause, at })
    .execute();
  await Promise.all([payment, transition]);
  return id;
}
