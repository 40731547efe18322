import { invalidRequest, notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import { newId } from '../core/ids.ts';
import type { ChargeRecord, RefundRecord, SettlementOutcome } from '../core/records.ts';

export interface RefundInput {
  /** Minor units; what is left of the charge when absent. */
  amount?: number;
  reason?: string;
  metadata?: Record<string, string>;
}

/** Gives money back. To a card at once; to a bank account the refund is `pending` until it settles. */
export function refundCharge(context: Context, charge: ChargeRecord, input: RefundInput): RefundRecord {
  const amount = checkAmount(context, charge, input.amount);
  const isCard = charge.payment_method_details?.type === 'card';
  const refund = context.store.refunds.put({
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: context.now(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    ...(isCard && { destination_details: { type: 'card', card: { type: 'refund' } } }),
    metadata: input.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(!isCard && { pending_reason: 'processing' }),
    reason: input.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: isCard ? 'succeeded' : 'pending',
    transfer_reversal: null,
  });
  context.emit('refund.created', refund);
  context.emit('charge.refunded', setRefunded(context, charge, charge.amount_refunded + amount));
  return refund;
}

/**
 * The bank's answer to a refund: a pending one succeeds or fails, and a succeeded one may still fail (the account is
 * closed). The money of a failed refund is the studio's again.
 */
export function settleRefund(context: Context, id: string, outcome: SettlementOutcome): RefundRecord {
  const refund = context.store.refunds.get(id);
  if (!refund) throw notFound('refund', id);
  const charge = context.store.charges.get(refund.charge);
  if (!charge || refund.status === 'failed' || (refund.status === 'succeeded' && outcome === 'succeed')) {
    throw invalidRequest(`This refund has a status of \`${refund.status}\`; it cannot ${outcome} now.`);
  }
  const { pending_reason: _, ...settled } = refund;
  if (outcome === 'succeed') {
    const succeeded = context.store.refunds.put({ ...settled, status: 'succeeded' });
    context.emit('refund.updated', succeeded);
    return succeeded;
  }
  const failed = context.store.refunds.put({ ...settled, status: 'failed', failure_reason: 'declined' });
  setRefunded(context, charge, charge.amount_refunded - refund.amount);
  context.emit('refund.failed', failed);
  return failed;
}

function checkAmount(context: Context, charge: ChargeRecord, requested: number | undefined): number {
  const left = charge.amount - charge.amount_refunded;
  if (charge.status !== 'succeeded') {
    const message = `Charge ${charge.id} has a status of ${charge.status} and cannot be refunded.`;
    throw invalidRequest(message, { code: 'charge_not_refundable' });
  }
  if (isChargedBack(context, charge)) {
    const message = `Charge ${charge.id} has been charged back; cannot issue a refund.`;
    throw invalidRequest(message, { code: 'charge_disputed' });
  }
  if (left === 0) {
    const message = `Charge ${charge.id} has already been refunded.`;
    throw invalidRequest(message, { code: 'charge_already_refunded' });
  }
  if (requested !== undefined && requested > left) {
    const message = `Refund amount (${requested}) is greater than unrefunded amount on charge (${left}).`;
    throw invalidRequest(message, { param: 'amount' });
  }
  return requested ?? left;
}

function isChargedBack({ store }: Context, charge: ChargeRecord): boolean {
  return store.disputes.oldestFirst().some((dispute) => dispute.charge === charge.id && dispute.status !== 'won');
}

function setRefunded({ store }: Context, charge: ChargeRecord, amount: number): ChargeRecord {
  return store.charges.update(charge.id, { amount_refunded: amount, refunded: amount === charge.amount });
}
