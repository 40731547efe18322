import { describe, expect, test } from 'vitest';
import { formats } from './formats.ts';

const cases: Record<string, { good: string[]; bad: string[] }> = {
  'date-time': {
    good: [
      '2026-03-29T09:00:00+02:00',
      '2026-03-29T09:00:00.123456Z',
      '2026-03-29 09:00:00-0400',
      '2026-03-29T09:00Z',
      '2026-03-29t09:00:00z',
    ],
    bad: [
      '',
      '2026-03-29',
      '2026-03-29T09:00:00',
      '2026-02-30T09:00:00Z',
      '2026-03-29T25:00:00Z',
      '2026-03-29T09:00:00 02:00',
      '2026-03-29T09:00:00Z[Europe/Ljubljana]',
      '0000-01-01T00:00:00Z',
    ],
  },
  'time-zone': {
    good: ['Europe/Ljubljana', 'America/New_York', 'UTC'],
    bad: ['', '+02:00', 'Mars/Olympus_Mons', 'europe/ljubljana', '2026-03-29T09:00Z[Europe/Ljubljana]'],
  },
  currency: { good: ['EUR', 'JPY'], bad: ['', 'eur', 'EURO', 'ZZZ'] },
  locale: { good: ['en', 'sl', 'de-AT'], bad: ['', 'EN', 'de_AT', 'not a locale'] },
};

describe.each(Object.entries(cases))('%s', (name, { good, bad }) => {
  test.each(good)('takes %j', (text) => expect(formats[name]?.(text)).toBe(true));
  test.each(bad)('refuses %j', (text) => expect(formats[name]?.(text)).toBe(false));
});
