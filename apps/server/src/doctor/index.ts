export { examine } from './examine.ts';
export { formatFindings, isHealthy } from './format-findings.ts';
export { auditInvariants } from './invariants/audit-invariants.ts';
