import { expect, test } from 'vitest';
import { columnValues, importRequest } from './column-values.ts';

test('what the names of the columns suggest is sent, without the fields that have no column', () => {
  const values = columnValues({ email: 'Mail', lastName: 'Name' });
  expect(values.mapping).toMatchObject({ email: 'Mail', lastName: 'Name', firstName: '', plan: '' });
  expect(importRequest({ name: 'all.csv', csv: 'a,b' }, values)).toEqual({
    fileName: 'all.csv',
    csv: 'a,b',
    mapping: { email: 'Mail', lastName: 'Name' },
    dayOrder: 'dmy',
    invite: false,
  });
});

test('what was chosen before counts more', () => {
  const chosen = importRequest(
    { name: '', csv: '' },
    { ...columnValues({ email: 'B' }), dayOrder: 'mdy', invite: true },
  );
  expect(columnValues({ email: 'A', name: 'N' }, chosen)).toMatchObject({
    mapping: { email: 'B', name: '' },
    dayOrder: 'mdy',
    invite: true,
  });
});
