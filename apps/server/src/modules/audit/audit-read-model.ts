import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import { type AuditAction, type AuditedEntity, auditActions, auditedEntities } from './audit-actions.ts';
import { auditedFields } from './audit-fields.ts';
import { AuditLabel, auditedIds, findAuditLabels } from './audit-labels.ts';
import type { AuditActor } from './record-audit.ts';

const Fields = Type.Unsafe<Record<string, unknown>>({
  type: 'object',
  additionalProperties: true,
  propertyNames: { enum: auditedFields },
});

/** Whoever can act; `system` is nobody. */
export const auditedRoles = ['member', 'staff', 'admin', 'system'] as const satisfies AuditActor['role'][];

/** One row of the audit log. */
export const AuditView = Type.Object({
  id: Type.Integer(),
  at: Instant,
  actor: Type.Object({
    id: Nullable(Id),
    name: Nullable(Type.String({ description: 'Null for the system' })),
    role: OneOf(auditedRoles),
  }),
  action: OneOf(auditActions),
  entity: OneOf(auditedEntities),
  entityId: Type.String(),
  before: Nullable(Fields),
  after: Nullable(Fields),
  reason: Nullable(Type.String()),
  requestId: Nullable(Type.String({ description: 'The same as in the log and in problem documents' })),
  address: Nullable(Type.String()),
  labels: Type.Unsafe<Record<string, AuditLabel>>({
    type: 'object',
    additionalProperties: AuditLabel,
    description: 'What the ids in this row stand for',
  }),
});
export type AuditView = Static<typeof AuditView>;

export interface AuditFilter {
  actorId?: string;
  actorRole?: AuditActor['role'];
  action?: AuditAction;
  entity?: AuditedEntity;
  entityId?: string;
  /** What was done to this member: to the account, its tickets, bookings and payments. */
  memberId?: string;
  /** ISO 8601; inclusive. */
  from?: string;
  /** ISO 8601; exclusive. */
  to?: string;
}

/** The audit log, newest first, with names for what its rows are about. */
export async function listAudit(db: Database, filter: AuditFilter, limit: number, cursor?: string) {
  let query = db
    .selectFrom('auditLog as a')
    .leftJoin('users as u', 'u.id', 'a.actorId')
    .selectAll('a')
    .select('u.name as actorName')
    .orderBy('a.id', 'desc')
    .limit(limit + 1);
  for (const name of ['actorId', 'actorRole', 'action', 'entity', 'entityId'] as const) {
    const value = filter[name];
    if (value !== undefined) query = query.where(`a.${name}`, '=', value);
  }
  if (filter.memberId) query = query.where(concerns(filter.memberId));
  if (filter.from) query = query.where('a.at', '>=', Temporal.Instant.from(filter.from));
  if (filter.to) query = query.where('a.at', '<', Temporal.Instant.from(filter.to));
  if (cursor) query = query.where('a.id', '<', Number(decodeCursor(cursor, ['number'])[0]));
  const rows = await query.execute();
  const labels = await findAuditLabels(db, rows.flatMap(auditedIds));
  return page(
    rows,
    limit,
    ({ actorId, actorName, actorRole, at, before, after, action, entity, ...row }): AuditView => ({
      ...row,
      at: at.toString(),
      // `recordAudit` writes nothing else.
      action: action as AuditAction,
      entity: entity as AuditedEntity,
      // The table allows no other role.
      actor: { id: actorId, name: actorName, role: actorRole as AuditView['actor']['role'] },
      before: before as AuditView['before'],
      after: after as AuditView['after'],
      labels: pickLabels(labels, auditedIds({ ...row, before, after })),
    }),
    (row) => [row.id],
  );
}

/** The condition that a row is about the member, through the index on what rows are about. */
function concerns(memberId: string) {
  return sql<boolean>`a.id in (
    select about.id
    from (
      select 'user' as entity, ${memberId} as entity_id
      union all select 'ticket', id::text from tickets where user_id = ${memberId}::uuid
      union all select 'booking', id::text from bookings where user_id = ${memberId}::uuid
      union all select 'payment', id::text from payments where user_id = ${memberId}::uuid
    ) theirs
    join audit_log about using (entity, entity_id))`;
}

function pickLabels(labels: ReadonlyMap<string, AuditLabel>, ids: readonly string[]): Record<string, AuditLabel> {
  const entries = ids.map((id) => [id, labels.get(id)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, AuditLabel] => entry[1] !== undefined));
}
