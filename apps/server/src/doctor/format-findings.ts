import type { Finding } from './finding.ts';

const SIGNS = { ok: '✓', warning: '!', error: '✗' } as const;

/** For people: one line per finding, below it one per violation. */
export function formatFindings(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ subject }) => subject.length));
  const lines = findings.flatMap(({ subject, level, message, violations = [] }) => [
    `${SIGNS[level]} ${subject.padEnd(width)}  ${message}`,
    ...violations.map(
      ({ invariant, entity, entityId, detail }) => `    ${invariant}: ${entity} ${entityId}: ${detail}`,
    ),
  ]);
  return lines.join('\n');
}

/** True unless something has to be mended. */
export function isHealthy(findings: readonly Finding[]): boolean {
  return findings.every(({ level }) => level !== 'error');
}
