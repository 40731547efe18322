import type { Database } from '#platform/db/database.ts';

/** The member's purchases, for the export of their data. */
export async function exportPayments(db: Database, userId: string): Promise<Record<string, unknown>> {
  const payments = await db
    .selectFrom('payments')
    .select(['id', 'planSnapshot', 'amountMinor', 'currency', 'refundedMinor', 'status', 'createdAt', 'paidAt'])
    .where('userId', '=', userId)
    .orderBy('id')
    .execute();
  return { payments };
}
