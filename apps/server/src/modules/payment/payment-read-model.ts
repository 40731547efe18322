import { sql } from 'kysely';
import { idsOfPeopleContaining } from '#modules/identity/index.ts';
import type { Database } from '#platform/db/database.ts';
import { found } from '#platform/http/app-error.ts';
import { decodeCursor } from '#platform/http/cursor.ts';
import type { PaymentRow, PaymentStatus } from './payment.ts';

export interface PaymentFilter {
  userId?: string | undefined;
  /** Words of the name or the e-mail of the member. */
  q?: string | undefined;
  status?: PaymentStatus | undefined;
  /** When it was started: ISO 8601, inclusive. */
  from?: string | undefined;
  /** Exclusive. */
  to?: string | undefined;
}

interface PaymentQuery extends PaymentFilter {
  limit: number;
  cursor?: string | undefined;
}

export type PaymentListRow = Awaited<ReturnType<typeof listPayments>>[number];
export type PaymentDetail = Awaited<ReturnType<typeof findPaymentDetail>>;

/** Where a payment stands in the list: by the time it was started, as one looks for it. */
export const paymentSortKey = ({ createdAt, id }: Pick<PaymentRow, 'createdAt' | 'id'>) => [createdAt.toString(), id];

/** Payments with their members and tickets, newest first; one more than `limit` when there is a next page. */
export function listPayments(db: Database, { userId, q, status, from, to, limit, cursor }: PaymentQuery) {
  const [createdAt, id] = cursor ? decodeCursor(cursor, ['instant', 'id']) : [];
  return paymentsWithNames(db)
    .$if(userId !== undefined, (query) => query.where('payments.userId', '=', userId ?? ''))
    .$if(Boolean(q), (query) => query.where('payments.userId', 'in', idsOfPeopleContaining(db, q ?? '')))
    .$if(status !== undefined, (query) => query.where('payments.status', '=', status ?? 'paid'))
    .$if(from !== undefined, (query) => query.where('payments.createdAt', '>=', Temporal.Instant.from(from ?? '')))
    .$if(to !== undefined, (query) => query.where('payments.createdAt', '<', Temporal.Instant.from(to ?? '')))
    .$if(cursor !== undefined, (query) =>
      query.where(sql<boolean>`(payments.created_at, payments.id) < (${createdAt}::timestamptz, ${id}::uuid)`),
    )
    .orderBy('payments.createdAt', 'desc')
    .orderBy('payments.id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** @throws AppError `not_found`, also when it is not the payment of that member */
export async function findMemberPayment(db: Database, paymentId: string, userId: string) {
  const payment = await paymentsWithNames(db)
    .where('payments.id', '=', paymentId)
    .where('payments.userId', '=', userId)
    .executeTakeFirst();
  return found(payment, 'payment');
}

/** @throws AppError `not_found` */
export async function findPaymentDetail(db: Database, paymentId: string) {
  const payment = await paymentsWithNames(db).where('payments.id', '=', paymentId).executeTakeFirst();
  const [refunds, transitions, events] = await Promise.all([
    db
      .selectFrom('refunds')
      .leftJoin('users', 'users.id', 'refunds.requestedBy')
      .selectAll('refunds')
      .select('users.name as requestedByName')
      .where('paymentId', '=', paymentId)
      .orderBy('refunds.id')
      .execute(),
    db.selectFrom('paymentTransitions').selectAll().where('paymentId', '=', paymentId).orderBy('id').execute(),
    db
      .selectFrom('stripeEvents')
      .select(['id', 'type', 'receivedAt', 'processedAt'])
      .where('paymentId', '=', paymentId)
      .orderBy('receivedAt')
      .execute(),
  ]);
  return { ...found(payment, 'payment'), refunds, transitions, events };
}

function paymentsWithNames(db: Database) {
  return db
    .selectFrom('payments')
    .innerJoin('users', 'users.id', 'payments.userId')
    .leftJoin('tickets', 'tickets.paymentId', 'payments.id')
    .selectAll('payments')
    .select(['users.name as userName', 'users.email as userEmail', 'tickets.id as ticketId']);
}
