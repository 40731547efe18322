import { Type } from 'typebox';
import { Day } from '#modules/schedule/index.ts';
import { defineChart } from './chart.ts';
import { Minor } from './chart-schemas.ts';
import { dayBoundsOf, daysOf } from './period.ts';
import { sumRevenue, totalOf } from './sum-revenue.ts';

const Desk = { ...Minor, description: 'Taken at the front desk, beside Stripe; minor units of the currency' };
const money = { gross: Minor, refunds: Minor, net: Minor, desk: Desk };
const NOTHING = { gross: 0, refunds: 0, desk: 0 };

/** Money by day. */
export const revenue = defineChart({
  path: 'revenue',
  operationId: 'getRevenue',
  summary: 'Revenue by day: gross, refunds, net, and what was taken at the front desk',
  description:
    'Payments and refunds on the day Stripe took or returned the money, lost disputes on the day they were lost. ' +
    'Payments in quarantine do not count. Stripe’s fees are not known here. Sales at the front desk count on the day they were ' +
    'made, apart from all of that.',
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
    const byCurrency = Map.groupBy(await sumRevenue(db, dayBoundsOf(period)), (row) => row.currency);
    const own = new Map((byCurrency.get(currency) ?? []).map((row) => [row.span, row]));
    byCurrency.delete(currency);
    return {
      currency,
      total: totalOf([...own.values()]),
      items: daysOf(period).map((day, span) => ({ day: day.toString(), ...totalOf([own.get(span) ?? NOTHING]) })),
      otherCurrencies: [...byCurrency].map(([other, theirs]) => ({ currency: other, ...totalOf(theirs) })),
    };
  },
  rows: ({ currency, items }) => items.map((item) => ({ ...item, currency })),
  columns: {
    day: ({ day }) => day,
    gross_minor: ({ gross }) => gross,
    refunds_minor: ({ refunds }) => refunds,
    net_minor: ({ net }) => net,
    desk_minor: ({ desk }) => desk,
    currency: ({ currency }) => currency,
  },
});
