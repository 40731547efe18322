import { Type } from 'typebox';
import { Day } from '#modules/schedule/index.ts';
import { defineChart } from './chart.ts';
import { Minor } from './chart-schemas.ts';
import { fillDays } from './day-series.ts';
import { type RevenueDay, sumRevenueByDay } from './revenue-days.ts';

const money = { gross: Minor, refunds: Minor, net: Minor };

/** Money by day. */
export const revenue = defineChart({
  path: 'revenue',
  operationId: 'getRevenue',
  summary: 'Revenue by day: gross, refunds, net',
  description:
    'Payments on the day they were paid, refunds on the day they succeeded, lost disputes on the day they were lost. ' +
    'Payments in quarantine do not count. Stripe’s fees are not known here.',
  about: 'studio',
  answer: Type.Object({
    currency: Type.String({ description: "The studio's" }),
    total: Type.Object(money),
    items: Type.Array(Type.Object({ day: Day, ...money })),
    otherCurrencies: Type.Array(Type.Object({ currency: Type.String(), ...money }), {
      description: 'What came in otherwise, from before the studio changed its currency',
    }),
  }),
  load: async (db, { period }, { currency }) => {
    const byCurrency = Map.groupBy(await sumRevenueByDay(db, period), (row) => row.currency);
    const rows = (byCurrency.get(currency) ?? []).map(({ day, gross, refunds }) => ({ day, gross, refunds }));
    byCurrency.delete(currency);
    return {
      currency,
      total: totalOf(rows),
      items: fillDays(period, rows, { gross: 0, refunds: 0 }).map(({ day, gross, refunds }) => ({
        day: day.toString(),
        gross,
        refunds,
        net: gross - refunds,
      })),
      otherCurrencies: [...byCurrency].map(([other, theirs]) => ({ currency: other, ...totalOf(theirs) })),
    };
  },
  rows: ({ currency, items }) => items.map((item) => ({ ...item, currency })),
  columns: {
    day: ({ day }) => day,
    gross_minor: ({ gross }) => gross,
    refunds_minor: ({ refunds }) => refunds,
    net_minor: ({ net }) => net,
    currency: ({ currency }) => currency,
  },
});

/** The sum of these days. */
export function totalOf(rows: readonly Pick<RevenueDay, 'gross' | 'refunds'>[]) {
  const gross = rows.reduce((sum, row) => sum + row.gross, 0);
  const refunds = rows.reduce((sum, row) => sum + row.refunds, 0);
  return { gross, refunds, net: gross - refunds };
}
