import { expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { formatFindings, isHealthy } from './format-findings.ts';

const findings: Finding[] = [
  { subject: 'PostgreSQL', level: 'ok', message: 'version 18.4' },
  { subject: 'E-mail', level: 'warning', message: 'not configured' },
  {
    subject: 'Invariants',
    level: 'error',
    message: '1 of 20 broken',
    violations: [{ invariant: 'ticket_balance', entity: 'ticket', entityId: '7', detail: 'entries_left 5, ledger 4' }],
  },
];

test('one line each, violations below', () => {
  expect(formatFindings(findings)).toBe(
    [
      '✓ PostgreSQL  version 18.4',
      '! E-mail      not configured',
      '✗ Invariants  1 of 20 broken',
      '    ticket_balance: ticket 7: entries_left 5, ledger 4',
    ].join('\n'),
  );
});

test('warnings leave it healthy, errors do not', () => {
  expect(isHealthy(findings.slice(0, 2))).toBe(true);
  expect(isHealthy(findings)).toBe(false);
});
