import { expect, test } from 'vitest';
import { auditChanges } from './audit-value.ts';

const id = '01a20467-b0a7-7b3d-84fc-349616c194d3';
const mia = { name: 'Mia', at: null, timeZone: null };

test.each([
  ['nothing', null, { kind: 'none' }],
  ['an empty text', '', { kind: 'none' }],
  ['an empty list', [], { kind: 'none' }],
  ['yes', true, { kind: 'yes' }],
  ['no', false, { kind: 'no' }],
  ['zero', 0, { kind: 'number', number: 0 }],
  ['a text', 'Yin', { kind: 'text', text: 'Yin' }],
  ['a known id', id, { kind: 'label', label: mia }],
  ['an unknown id', id.replace('0', '9'), { kind: 'text', text: id.replace('0', '9') }],
  ['an instant', '2026-11-24T17:00:00Z', { kind: 'instant', at: '2026-11-24T17:00:00Z' }],
  ['an instant with an offset', '2026-11-24T18:00:00+01:00', { kind: 'instant', at: '2026-11-24T18:00:00+01:00' }],
  ['a day', '2026-12-25', { kind: 'day', day: '2026-12-25' }],
  ['ids', [id], { kind: 'list', items: [{ kind: 'label', label: mia }] }],
  ['anything else', { a: 1 }, { kind: 'text', text: '{"a":1}' }],
])('%s is told', (_, value, after) => {
  expect(auditChanges({ before: null, after: { field: value }, labels: { [id]: mia } })).toEqual([
    { field: 'field', after },
  ]);
});

test.each([
  ['in its currency, which stands with it', { price: 1200, currency: 'CHF' }, 'EUR', 'CHF'],
  ['without one in that of the studio', { price: 1200 }, 'EUR', 'EUR'],
  ['also a refund', { amountMinor: 1200 }, 'EUR', 'EUR'],
])('money is told %s', (_, after, studioCurrency, currency) => {
  const changes = auditChanges({ before: null, after, labels: {} }, studioCurrency);
  expect(changes).toEqual([{ field: Object.keys(after)[0], after: { kind: 'money', minor: 1200, currency } }]);
});

test('a currency alone is a change like any other', () => {
  expect(auditChanges({ before: { currency: 'EUR' }, after: { currency: 'CHF' }, labels: {} })).toEqual([
    { field: 'currency', before: { kind: 'text', text: 'EUR' }, after: { kind: 'text', text: 'CHF' } },
  ]);
});

test('a recurrence rule is one', () => {
  const rule = 'FREQ=WEEKLY;BYDAY=TU';
  expect(auditChanges({ before: null, after: { rule }, labels: {} })[0]?.after).toEqual({ kind: 'rule', rule });
});

test('what was added and what is gone have one side only', () => {
  expect(auditChanges({ before: { old: 1 }, after: { fresh: 2 }, labels: {} })).toEqual([
    { field: 'old', before: { kind: 'number', number: 1 } },
    { field: 'fresh', after: { kind: 'number', number: 2 } },
  ]);
});
