export { examine } from './examine.ts';
export type { Finding } from './finding.ts';
export { formatFindings, isHealthy } from './format-findings.ts';
export { auditInvariants } from './invariants/audit-invariants.ts';
export type { Violation } from './invariants/invariant.ts';
