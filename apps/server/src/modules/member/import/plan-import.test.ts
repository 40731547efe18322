import { describe, expect, test } from 'vitest';
import type { ImportRow } from './parse-row.ts';
import { type ImportSituation, planImport } from './plan-import.ts';

const now = Temporal.Instant.from('2026-11-23T12:00:00Z');
const ten = {
  id: 'ten',
  name: 'Ten',
  entries: 10,
  validityDays: 90,
  starts: 'purchase' as 'purchase' | 'first_booking',
  classTypeIds: ['yoga'],
};
const situation: ImportSituation = {
  now,
  timeZone: 'Europe/Ljubljana',
  locales: ['en', 'sl'],
  defaultLocale: 'sl',
  accounts: new Map([['ana@studio.si', 'ana']]),
  plans: new Map([
    ['ten', ten],
    ['later', { ...ten, id: 'later', name: 'Later', starts: 'first_booking' }],
  ]),
  tickets: new Map([
    [
      'ana',
      [
        { planId: 'ten', unlimited: false, validUntil: null },
        { planId: null, unlimited: false, validUntil: Temporal.Instant.from('2026-12-31T22:59:00Z') },
      ],
    ],
  ]),
  mapping: { email: 'E', name: 'N' },
};
const row = (fields: Partial<ImportRow> = {}): ImportRow => ({
  line: 2,
  email: 'new@studio.si',
  name: 'Nina',
  locale: '',
  plan: '',
  entries: undefined,
  validFrom: undefined,
  validUntil: undefined,
  errors: [],
  ...fields,
});
const plan = (...rows: Partial<ImportRow>[]) => planImport(rows.map(row), situation);
const day = (text: string) => Temporal.PlainDate.from(text);

describe('accounts', () => {
  test('are made for new addresses, in the language of the studio unless the row names one', () => {
    expect(plan({}, { email: 'b@studio.si', locale: 'en' })).toMatchObject([
      { outcome: 'created', locale: 'sl', ticket: null },
      { outcome: 'created', locale: 'en' },
    ]);
  });

  test('are matched by address without regard to case, also one that the file makes', () => {
    expect(plan({ email: 'ANA@studio.si', name: '' }, {}, { email: 'New@Studio.si', name: '' })).toMatchObject([
      { outcome: 'matched' },
      { outcome: 'created' },
      { outcome: 'matched' },
    ]);
  });

  test('are not matched with a row that failed', () => {
    expect(plan({ name: '' }, { name: '' }).map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
  });

  test.each([
    [{ name: '' }, 'name', 'required'],
    [{ locale: 'fr' }, 'locale', 'locale_unknown'],
  ] as const)('%j is refused: %s %s', (fields, field, code) => {
    expect(plan(fields)[0]?.errors).toEqual([{ field, code }]);
  });
});

describe('tickets', () => {
  const ticketOf = (fields: Partial<ImportRow>) => plan(fields)[0]?.ticket;

  test('of a plan have its terms', () => {
    expect(ticketOf({ plan: 'TEN' })).toEqual({
      planId: 'ten',
      name: 'Ten',
      entries: 10,
      classTypeIds: ['yoga'],
      validity: { from: now, until: now.add({ hours: 90 * 24 }) },
    });
    expect(ticketOf({ plan: 'later' })).toMatchObject({ validity: { startsAtFirstBooking: { days: 90 } } });
  });

  test('of a plan keep what is left of them, until the last minute of the last day in the zone of the studio', () => {
    const ticket = ticketOf({ plan: 'ten', entries: 3, validUntil: day('2026-12-31') });
    expect(ticket).toMatchObject({ planId: 'ten', entries: 3, classTypeIds: ['yoga'] });
    expect(JSON.stringify(ticket?.validity)).toBe(
      JSON.stringify({ from: now, until: Temporal.Instant.from('2026-12-31T22:59:00Z') }),
    );
    expect(ticketOf({ plan: 'ten', entries: null })?.entries).toBeNull();
  });

  test.each([
    ['begun already', '2026-11-01', '2027-01-29T22:59:00Z'],
    ['in summer time at its end', '2027-01-01', '2027-03-31T21:59:00Z'],
  ])('of a plan last its days from the first one on, that one counted: %s', (_, from, until) => {
    const validity = { from: day(from).toZonedDateTime('Europe/Ljubljana').toInstant().toString(), until };
    for (const name of ['ten', 'later']) {
      expect(JSON.parse(JSON.stringify(ticketOf({ plan: name, validFrom: day(from) })?.validity))).toEqual(validity);
    }
  });

  test('may begin and end on the same day', () => {
    expect(ticketOf({ entries: 1, validFrom: day('2026-11-23'), validUntil: day('2026-11-23') })).not.toBeNull();
  });

  test('without a plan are for every class, and named in the language of the studio', () => {
    expect(ticketOf({ entries: 5, validUntil: day('2026-11-23') })).toMatchObject({
      planId: null,
      name: '5 obiskov',
      entries: 5,
      classTypeIds: null,
    });
  });

  test.each([
    [{ plan: 'Eleven' }, 'plan', 'plan_unknown'],
    [{ entries: 5 }, 'validUntil', 'required'],
    [{ validUntil: day('2026-12-01') }, 'entries', 'required'],
    [{ plan: 'ten', validUntil: day('2026-11-22') }, 'validUntil', 'day_past'],
    [{ plan: 'ten', validFrom: day('2026-08-25') }, 'validFrom', 'day_past'],
    [
      { plan: 'ten', validFrom: day('2026-08-25'), errors: [{ field: 'validUntil', code: 'day_invalid' }] },
      'validUntil',
      'day_invalid',
    ],
    [{ plan: 'ten', validFrom: day('2027-02-01'), validUntil: day('2027-01-01') }, 'validUntil', 'ends_before_start'],
  ] as const)('%j is refused: %s %s', (fields, field, code) => {
    expect(plan(fields)[0]).toMatchObject({ outcome: 'failed', ticket: null, errors: [{ field, code }] });
  });
});

describe('whoever has such a ticket already', () => {
  const lastDay = day('2026-12-31');
  test.each([
    ['of the same plan', { plan: 'ten' }, true],
    ['of the same plan, with other entries and days', { plan: 'ten', entries: 3, validUntil: day('2027-01-31') }, true],
    ['of another plan', { plan: 'later' }, false],
    ['with as many or fewer entries until the same day', { entries: 9, validUntil: lastDay }, true],
    ['until another day', { entries: 9, validUntil: day('2027-01-31') }, false],
    ['unlimited instead', { entries: null, validUntil: lastDay }, false],
    ['none at all', {}, false],
  ] as const)('%s', (_, fields, isWarned) => {
    const [anas, news] = plan({ ...fields, email: 'Ana@studio.si' }, fields);
    expect(anas).toMatchObject({ outcome: 'matched', warnings: isWarned ? ['has_such_ticket'] : [] });
    expect(news?.warnings).toEqual([]);
  });
});
