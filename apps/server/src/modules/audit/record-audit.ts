import type { FastifyRequest } from 'fastify';
import type { Tx } from '#platform/db/database.ts';
import type { AuditAction, AuditedEntity } from './audit-actions.ts';

/** Who acts, for the audit log: a person through a request, or the system by itself. */
export interface AuditActor {
  id: string | null;
  role: 'member' | 'staff' | 'admin' | 'system';
  requestId: string | null;
  address: string | null;
}

export interface AuditEntry {
  actor: AuditActor;
  action: AuditAction;
  entity: AuditedEntity;
  entityId: string;
  /** The changed fields only, before and after; null when created or removed. */
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
  reason?: string | null;
  /** When it happened; the time of the transaction when absent. */
  at?: Temporal.Instant;
}

/** The system acting by itself, in a job. */
export const systemActor: AuditActor = { id: null, role: 'system', requestId: null, address: null };

/** The caller of an authenticated request. */
export function auditActor(request: FastifyRequest): AuditActor {
  return { id: request.actor.userId, role: request.actor.role, requestId: request.id, address: request.ip };
}

/** Writes one audit row in the transaction of what it tells about (DOMAIN, invariant 7). */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('auditLog')
    .values({ ...auditRow(entry), ...(entry.at && { at: entry.at }) })
    .execute();
}

/** The row of an entry, for callers that write many at once. */
export function auditRow({ actor, action, entity, entityId, before, after, reason }: AuditEntry) {
  return {
    actorId: actor.id,
    actorRole: actor.role,
    action,
    entity,
    entityId,
    before: before ? JSON.stringify(before) : null,
    after: after ? JSON.stringify(after) : null,
    reason: reason ?? null,
    requestId: actor.requestId,
    address: actor.address,
  };
}
