export { auditInvariants } from './invariants/audit-invariants.ts';
export type { Violation } from './invariants/invariant.ts';
