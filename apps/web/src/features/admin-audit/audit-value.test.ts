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

test('money is in its currency', () => {
  const [price] = auditChanges({ before: null, after: { price: 1200, currency: 'EUR' }, labels: {} });
  expect(price?.after).toEqual({ kind: 'money', minor: 1200, currency: 'EUR' });
  expect(auditChanges({ before: null, after: { price: 1200 }, labels: {} })[0]?.after?.kind).toBe('number');
});

test('what was added and what is gone have one side only', () => {
  expect(auditChanges({ before: { old: 1 }, after: { fresh: 2 }, labels: {} })).toEqual([
    { field: 'old', before: { kind: 'number', number: 1 } },
    { field: 'fresh', after: { kind: 'number', number: 2 } },
  ]);
});
