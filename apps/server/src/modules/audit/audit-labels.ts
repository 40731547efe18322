import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { Instant, Nullable, TimeZone } from '#platform/http/schemas.ts';

/** What an id stands for, for people. */
export const AuditLabel = Type.Object({
  name: Type.String({ examples: ['Vinyasa Flow'] }),
  at: Nullable(Instant),
  timeZone: Nullable(TimeZone),
});
export type AuditLabel = Static<typeof AuditLabel>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The ids that a row of the audit log names: what it is about, and every id among the changed fields. */
export function auditedIds(row: { entityId: string; before: unknown; after: unknown }): string[] {
  const fields = [row.before, row.after].flatMap((part) => Object.values((part ?? {}) as object).flat());
  return [row.entityId, ...fields].filter((value): value is string => typeof value === 'string' && UUID.test(value));
}

/**
 * Names for ids of any kind, in one round trip: ids are unique across tables. What has no name is
 * left out.
 */
export async function findAuditLabels(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, AuditLabel>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string; at: Temporal.Instant | null; timeZone: string | null }>`
    with wanted as materialized (select distinct unnest(${[...new Set(ids)]}::uuid[]) as id),
    dated as (
      select s.id, c.name, s.starts_at as at, l.time_zone
      from sessions s join class_types c on c.id = s.class_type_id join locations l on l.id = s.location_id
    )
    select id, name, null::timestamptz as at, null as time_zone from wanted join users using (id)
    union all select id, name, null, null from wanted join class_types using (id)
    union all select id, name, null, null from wanted join locations using (id)
    union all select id, name, null, null from wanted join instructors using (id)
    union all select id, name, null, null from wanted join ticket_plans using (id)
    union all select id, name, at, time_zone from wanted join dated using (id)
    union all select b.id, u.name || ', ' || d.name, d.at, d.time_zone
      from wanted join bookings b using (id) join users u on u.id = b.user_id join dated d on d.id = b.session_id
    union all select t.id, t.name || ', ' || u.name, null, null
      from wanted join tickets t using (id) join users u on u.id = t.user_id
    union all select p.id, (p.plan_snapshot ->> 'name') || ', ' || u.name, null, null
      from wanted join payments p using (id) join users u on u.id = p.user_id
    union all select m.id, u.name, null, null from wanted join messages m using (id) join users u on u.id = m.user_id
    union all select id, url, null, null from wanted join webhook_subscriptions using (id)
    union all select s.id, c.name, null, null from wanted join series s using (id) join class_types c on c.id = s.class_type_id
  `.execute(db);
  return new Map(rows.map(({ id, name, at, timeZone }) => [id, { name, at: at?.toString() ?? null, timeZone }]));
}
