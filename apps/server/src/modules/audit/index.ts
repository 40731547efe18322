export type { AuditAction } from './audit-actions.ts';
export { auditRoutes } from './audit-admin-routes.ts';
export { changedFields } from './changed-fields.ts';
export { type AuditActor, type AuditEntry, auditActor, auditRow, recordAudit, systemActor } from './record-audit.ts';
