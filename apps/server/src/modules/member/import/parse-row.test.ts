import { expect, test } from 'vitest';
import { parseDay, parseRow } from './parse-row.ts';

test.each([
  ['2026-11-30', 'dmy', '2026-11-30'],
  ['2026-11-30T08:00:00Z', 'mdy', '2026-11-30'],
  ['30.11.2026', 'dmy', '2026-11-30'],
  ['1. 2. 2026', 'dmy', '2026-02-01'],
  ['1/2/2026', 'mdy', '2026-01-02'],
  ['1/2/2026', 'dmy', '2026-02-01'],
  ['30/11/2026', 'mdy', null],
  ['31.11.2026', 'dmy', null],
  ['1.2.26', 'dmy', null],
  ['soon', 'dmy', null],
  ['46351', 'dmy', null],
] as const)('%s read as %s is %s', (text, order, day) => {
  expect(parseDay(text, order)?.toString() ?? null).toBe(day);
});

const mapping = { email: 'E', firstName: 'F', lastName: 'L', entries: 'N', validUntil: 'U' };
const parse = (values: Record<string, string>) => parseRow({ line: 2, values }, mapping, 'dmy');

test('a name may come in two parts', () => {
  expect(parse({ E: 'a@b.si', F: 'Žan', L: 'Čuk' })).toMatchObject({ name: 'Žan Čuk', errors: [] });
  expect(parse({ E: 'a@b.si', L: 'Čuk' })).toMatchObject({ name: 'Čuk', errors: [] });
});

test.each([
  ['10', 10],
  ['Unlimited', null],
  ['', undefined],
] as const)('entries %j are %j', (N, entries) => {
  expect(parse({ E: 'a@b.si', N }).entries).toBe(entries);
});

test.each([
  [{ E: '' }, [{ field: 'email', code: 'required' }]],
  [{ E: 'nobody' }, [{ field: 'email', code: 'email_invalid' }]],
  [{ E: 'a@b.si', F: 'x'.repeat(101) }, [{ field: 'firstName', code: 'name_invalid' }]],
  [{ E: 'a@b.si', N: '0' }, [{ field: 'entries', code: 'entries_invalid' }]],
  [{ E: 'a@b.si', N: '1,5' }, [{ field: 'entries', code: 'entries_invalid' }]],
  [{ E: 'a@b.si', U: '31.2.2027' }, [{ field: 'validUntil', code: 'day_invalid' }]],
  [
    { E: '?', N: '-1' },
    [
      { field: 'email', code: 'email_invalid' },
      { field: 'entries', code: 'entries_invalid' },
    ],
  ],
])('%j is refused with %j', (values, errors) => {
  expect(parse(values as Record<string, string>).errors).toEqual(errors);
});
