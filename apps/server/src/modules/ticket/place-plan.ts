import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';

/**
 * Puts a plan at a place in the shop, where the others make room; without one, or with one beyond the end, at the end.
 *
 * @returns the place it has now
 */
export async function placePlan(tx: Tx, planId: string, place = Number.POSITIVE_INFINITY): Promise<number> {
  const others = (await lockShop(tx)).filter(({ id, archivedAt }) => id !== planId && !archivedAt).map(({ id }) => id);
  const shelf = others.toSpliced(place, 0, planId);
  await sql`
    update ticket_plans p set position = shelf.place - 1
    from unnest(${shelf}::uuid[]) with ordinality shelf (id, place)
    where p.id = shelf.id and p.position <> shelf.place - 1
  `.execute(tx);
  return shelf.indexOf(planId);
}

/**
 * Locks all plans, and answers them in the order of the shop. They are locked in the order of their ids, and before any single
 * one, so that two who move plans wait for each other.
 */
export async function lockShop(tx: Tx) {
  const plans = await tx
    .selectFrom('ticketPlans')
    .select(['id', 'position', 'archivedAt'])
    .orderBy('id')
    .forUpdate()
    .execute();
  return plans.toSorted((one, other) => one.position - other.position);
}
