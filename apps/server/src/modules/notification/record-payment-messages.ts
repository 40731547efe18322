import type { PaymentEvent } from '#modules/payment/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { type NewMessage, recordMessages } from './record-messages.ts';

/** Tells buyers what became of their money: once for a purchase, and once for each refund of it. */
export async function recordPaymentMessages(
  { db, jobs }: Pick<NotificationDeps, 'db' | 'jobs'>,
  { events }: { events: readonly PaymentEvent[] },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const purchases = await purchasesOf(tx, events);
    const messages = events.flatMap((event) => messageOf(event, purchases.get(event.paymentId)));
    await recordMessages(tx, jobs, messages);
  });
}

interface Purchase {
  userId: string;
  ticketId: string | null;
}

async function purchasesOf(tx: Tx, events: readonly PaymentEvent[]): Promise<Map<string, Purchase>> {
  const ids = [...new Set(events.map(({ paymentId }) => paymentId))];
  const rows = await tx
    .selectFrom('payments')
    .leftJoin('tickets', 'tickets.paymentId', 'payments.id')
    .select(['payments.id', 'payments.userId', 'tickets.id as ticketId'])
    .where('payments.id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, ...purchase }) => [id, purchase]));
}

function messageOf({ kind, paymentId, refundId }: PaymentEvent, purchase: Purchase | undefined): NewMessage[] {
  if (!purchase) return [];
  const { userId, ticketId } = purchase;
  return [
    { userId, kind, cause: `${kind}:${refundId ?? paymentId}`, data: { paymentId, ...(ticketId && { ticketId }) } },
  ];
}
