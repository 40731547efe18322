export { type AuditActor, type AuditEntry, auditActor, auditRow, recordAudit, systemActor } from './record-audit.ts';
