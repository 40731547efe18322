import { expect, test } from 'vitest';
import { studioPatch, studioValues } from './studio-form-values.ts';

const saved = {
  name: 'Riverside',
  accentColor: '#0f766e',
  currency: 'EUR',
  locales: ['de-AT', 'en'],
  defaultLocale: 'de-AT',
  timeZone: 'Europe/Vienna',
  version: '1',
  policy: {
    bookingOpensDaysBefore: 28,
    bookingClosesMinutesBefore: 0,
    cancellationCutoffMinutes: 120,
    waitlistClosesMinutesBefore: 120,
    promotionGraceMinutes: 15,
    overlappingBookingsAllowed: false,
    noShowsMarked: true,
    noShowMinutesAfter: 30,
  },
};

test('what was saved comes back as it was', () => {
  const { version: _version, policy: _policy, ...profile } = saved;
  expect(studioPatch(studioValues(saved), saved)).toEqual({ ...profile, locales: ['en', 'de-AT'] });
});

test('another language is added, one is taken away', () => {
  const values = { ...studioValues(saved), languages: ['sl', 'de'] as const, defaultLanguage: 'sl' };
  expect(studioPatch({ ...values, languages: [...values.languages] }, saved)).toMatchObject({
    locales: ['de-AT', 'sl'],
    defaultLocale: 'sl',
  });
});
