import { sql } from 'kysely';
import type { Database, Tx } from '#platform/db/database.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import type { DataOf, WebhookEventType } from './webhook-events.ts';
import { deliverWebhookJob } from './webhook-jobs.ts';

/** Something that integrators are to be told. */
export type NewEvent<T extends WebhookEventType = WebhookEventType> = {
  [K in T]: {
    type: K;
    occurredAt: Temporal.Instant;
    /** Names what happened: the same cause is never told twice. */
    cause: string;
    data: DataOf<K>;
  };
}[T];

/** The types that an active webhook listens to at present. */
export async function heardTypes(db: Database | Tx): Promise<Set<string>> {
  const { rows } = await sql<{ type: string }>`
    select distinct unnest(event_types) as type from webhook_subscriptions
    where state = 'active' and deleted_at is null`.execute(db);
  return new Set(rows.map((row) => row.type));
}

/**
 * Records events and their deliveries in one transaction; what was recorded before is left alone, and what nobody listens to is not recorded
 * at all.
 */
export async function recordEvents(tx: Tx, jobs: JobQueue, events: readonly NewEvent[]): Promise<void> {
  const heard = await heardTypes(tx);
  const ids = await insertEvents(
    tx,
    events.filter(({ type }) => heard.has(type)),
  );
  if (ids.length === 0) return;
  const { rows } = await sql<{ deliveryId: string; round: number }>`
    insert into webhook_deliveries (event_id, subscription_id)
    select e.id, s.id from webhook_events e join webhook_subscriptions s on e.type = any (s.event_types)
    where e.id = any (${ids}::uuid[]) and s.state = 'active' and s.deleted_at is null
    returning id as delivery_id, round`.execute(tx);
  await jobs.enqueue(tx, deliverWebhookJob, rows);
}

/** Inserts those whose cause is new; answers their ids. */
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<string[]> {
  if (events.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    insert into webhook_events (type, occurred_at, cause, payload)
    select * from unnest(${events.map(({ type }) => type)}::text[], ${events.map(instantOf)}::timestamptz[],
      ${events.map(({ cause }) => cause)}::text[], ${events.map(({ data }) => JSON.stringify(data))}::jsonb[])
    on conflict on constraint webhook_events_one_per_cause do nothing
    returning id`.execute(tx);
  return rows.map((row) => row.id);
}

const instantOf = ({ occurredAt }: NewEvent) => occurredAt.toString();
