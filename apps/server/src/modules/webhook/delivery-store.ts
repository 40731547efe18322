import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

/** A delivery that is to be attempted, with all that the attempt needs. */
export type DueDelivery = NonNullable<Awaited<ReturnType<typeof findDueDelivery>>>;

/** The delivery if it is pending in this round. */
export function findDueDelivery(db: Database, id: string, round: number) {
  return db
    .selectFrom('webhookDeliveries as d')
    .innerJoin('webhookEvents as e', 'e.id', 'd.eventId')
    .innerJoin('webhookSubscriptions as s', 's.id', 'd.subscriptionId')
    .select(['d.id', 'd.round', 'd.subscriptionId', 'e.id as eventId', 'e.type', 'e.occurredAt', 'e.payload'])
    .select(['s.url', 's.state', 's.deletedAt', 's.secret', 's.previousSecret', 's.previousSecretUntil'])
    .where('d.id', '=', id)
    .where('d.round', '=', round)
    .where('d.status', '=', 'pending')
    .executeTakeFirst();
}

/**
 * Counts an attempt before it is made, so that one whose worker was killed counts too.
 *
 * @returns the attempts of this round, this one included
 */
export async function startAttempt(db: Database, { id }: DueDelivery): Promise<number> {
  const { attempts } = await db
    .updateTable('webhookDeliveries')
    .set({ attempts: sql`attempts + 1`, lastAttemptAt: sql`now()` })
    .where('id', '=', id)
    .returning('attempts')
    .executeTakeFirstOrThrow();
  return attempts;
}

/** Gives a delivery up without an attempt. */
export async function dropDelivery(db: Database, { id, round }: DueDelivery, why: string): Promise<void> {
  await db
    .updateTable('webhookDeliveries')
    .set({ status: 'failed', lastError: why })
    .where('id', '=', id)
    .where('round', '=', round)
    .where('status', '=', 'pending')
    .execute();
}
