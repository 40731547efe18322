'use client';

import { useFormatter, useLocale } from 'next-intl';
import { formatMoney } from '#lib/format/money.ts';

/** A Monday: weekdays are its followers. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 864e5;

/** How the figures of charts are written. Days are days of a calendar: they are read and written in UTC, where none is moved. */
export function useFigures() {
  const format = useFormatter();
  const locale = useLocale();
  const utc = { timeZone: 'UTC' } as const;
  const dayOf = (weekday: number) => new Date(MONDAY + (weekday - 1) * DAY_MS);
  return {
    number: (value: number) => format.number(value),
    share: (value: number | null) =>
      value === null ? '–' : format.number(value, { style: 'percent', maximumFractionDigits: value < 0.1 ? 1 : 0 }),
    signed: (value: number) => format.number(value, { signDisplay: 'exceptZero' }),
    signedShare: (value: number) =>
      format.number(value, { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 }),
    money: (amountMinor: number, currency: string) => formatMoney(amountMinor, currency, locale),
    day: (day: string) => format.dateTime(new Date(day), 'shortDay', utc),
    date: (day: string) => format.dateTime(new Date(day), 'date', utc),
    shortDate: (day: string) => format.dateTime(new Date(day), { ...utc, day: 'numeric', month: 'short' }),
    month: (day: string) => format.dateTime(new Date(day), { ...utc, month: 'long', year: 'numeric' }),
    shortMonth: (day: string) => format.dateTime(new Date(day), { ...utc, month: 'short', year: 'numeric' }),
    weekday: (weekday: number) => format.dateTime(dayOf(weekday), { ...utc, weekday: 'long' }),
    shortWeekday: (weekday: number) => format.dateTime(dayOf(weekday), 'weekday', utc),
    hour: (hour: number) => format.dateTime(new Date(MONDAY + hour * 3_600_000), 'time', utc),
  };
}
