import { invalidRequest, notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import type { ChargeRecord, DisputeRecord } from '../core/records.ts';
import { buildDispute } from '../resources/dispute-object.ts';

export interface DisputeInput {
  /** Minor units; the whole charge when absent. */
  amount?: number;
  reason?: string;
}

/** The cardholder disputes a paid charge; Stripe takes the money back at once. */
export function openDispute(context: Context, charge: ChargeRecord, input: DisputeInput): DisputeRecord {
  if (charge.status !== 'succeeded') throw invalidRequest(`Charge ${charge.id} has not succeeded.`);
  if (charge.disputed) throw invalidRequest(`Charge ${charge.id} is already disputed.`);
  const amount = input.amount ?? charge.amount;
  if (amount > charge.amount) throw invalidRequest('The disputed amount exceeds the charge.', { param: 'amount' });
  const dispute = context.store.disputes.put(buildDispute(context, charge, amount, input.reason ?? 'general'));
  context.store.charges.update(charge.id, { disputed: true });
  context.emit('charge.dispute.created', dispute);
  context.emit('charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

/** The bank decides. Money comes back only when the dispute is won. */
export function closeDispute(context: Context, id: string, outcome: 'won' | 'lost'): DisputeRecord {
  const dispute = context.store.disputes.get(id);
  if (!dispute) throw notFound('dispute', id);
  if (dispute.status === 'won' || dispute.status === 'lost') throw invalidRequest('This dispute is already closed.');
  const closed = context.store.disputes.update(id, { status: outcome, is_charge_refundable: false });
  context.emit('charge.dispute.closed', closed);
  if (outcome === 'won') context.emit('charge.dispute.funds_reinstated', closed);
  return closed;
}
