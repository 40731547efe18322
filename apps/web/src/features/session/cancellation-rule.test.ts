import { expect, test } from 'vitest';
import { ruleKind } from './cancellation-rule.tsx';

const session = {
  state: 'scheduled' as const,
  startsAt: '2026-11-24T18:00:00+01:00',
  cancelFreeUntil: '2026-11-24T16:00:00+01:00',
};
const early = Date.parse('2026-11-24T12:00:00Z');
const late = Date.parse('2026-11-24T15:30:00Z');
const started = Date.parse(session.startsAt);
const mine = (state: 'active' | 'waiting', cancelFreeUntil = session.cancelFreeUntil) => ({ state, cancelFreeUntil });

test.each([
  ['before booking', null, early, 'free'],
  ['before booking, inside the cutoff', null, late, 'grace'],
  ['booked in time', mine('active'), early, 'free'],
  ['booked, too late to cancel free', mine('active'), late, 'late'],
  ['promoted inside the cutoff', mine('active', '2026-11-24T16:40:00+01:00'), late, 'free'],
  ['waiting', mine('waiting'), late, 'waiting'],
  ['started', mine('active'), started, null],
])('%s', (_, own, now, kind) => {
  expect(ruleKind(session, own, now)).toBe(kind);
});

test('a canceled session has no terms', () => {
  expect(ruleKind({ ...session, state: 'canceled' }, null, early)).toBeNull();
});
