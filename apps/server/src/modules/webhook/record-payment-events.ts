import { sql } from 'kysely';
import type { paymentEventsJob } from '#modules/payment/index.ts';
import type { Database } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { PayloadOf } from '#platform/jobs/define-job.ts';
import { type NewEvent, recordEvents } from './record-events.ts';
import type { WebhookDeps } from './webhook-deps.ts';

type Told = PayloadOf<typeof paymentEventsJob>['events'][number];

const typeOf = { ticket_bought: 'payment.paid', payment_refunded: 'payment.refunded' } as const;

/** Records what integrators are to be told about payments. Safe to run again. */
export async function recordPaymentEvents(
  { db, jobs }: WebhookDeps,
  { events }: PayloadOf<typeof paymentEventsJob>,
): Promise<void> {
  const facts = await findPaymentFacts(
    db,
    events.map(({ paymentId }) => paymentId),
  );
  const news = events.flatMap((told) => {
    const payment = facts.find(({ id }) => id === told.paymentId);
    return payment ? [toEvent(told, payment)] : [];
  });
  await inTransaction(db, (tx) => recordEvents(tx, jobs, news));
}

type PaymentFacts = Awaited<ReturnType<typeof findPaymentFacts>>[number];

function findPaymentFacts(db: Database, paymentIds: readonly string[]) {
  return db
    .selectFrom('payments')
    .select(['id', 'userId', 'planId', 'status', 'amountMinor', 'refundedMinor', 'currency', 'paidAt', 'updatedAt'])
    .where('id', '=', sql<string>`any (${paymentIds}::uuid[])`)
    .execute();
}

/** A payment can be refunded in parts, so a refund is an event of its own. */
function toEvent({ kind, refundId }: Told, payment: PaymentFacts): NewEvent {
  const { id, userId, planId, status, amountMinor, refundedMinor, currency, paidAt, updatedAt } = payment;
  const type = typeOf[kind];
  return {
    type,
    cause: `${type}:${refundId ?? id}`,
    occurredAt: type === 'payment.paid' ? (paidAt ?? updatedAt) : updatedAt,
    data: {
      paymentId: id,
      memberId: userId,
      planId,
      status,
      amount: amountMinor,
      refundedAmount: refundedMinor,
      currency,
      refundId: refundId ?? null,
    },
  };
}
