import { HISTORY_DAYS } from './history-size.ts';

/** What is asked: everything that the studio's screens show, for every length of time, with and without filters. */
export interface ChartRequest {
  chart: string;
  /** Days that the question is about. */
  days: number;
  query: string;
}

const STUDIO_CHARTS = ['kpis', 'registrations', 'revenue', 'ticket-usage', 'retention'];
const SESSION_CHARTS = ['bookings-by-weekday', 'popular-classes', 'utilization', 'demand', 'attendance'];
export const CHARTS = [...STUDIO_CHARTS, ...SESSION_CHARTS];

/** A week, a month, a quarter, a year, and all there is. */
export const LENGTHS = [7, 30, 90, 365, HISTORY_DAYS];
/** A length that does not reach back to the beginning is asked for until today, and until each of these many days ago. */
const ENDS_DAYS_AGO = [0, 45, 300];

/** Every request once, charts in turn, so that none profits from being asked twice running. */
export function chartRequests(today: Temporal.PlainDate, filters: readonly string[]): ChartRequest[] {
  return LENGTHS.flatMap((days) =>
    ENDS_DAYS_AGO.filter((ago) => ago === 0 || ago + days <= HISTORY_DAYS).flatMap((ago) => {
      const to = today.subtract({ days: ago });
      const query = `from=${to.subtract({ days: days - 1 })}&to=${to}`;
      return CHARTS.flatMap((chart) => {
        const some = SESSION_CHARTS.includes(chart) ? ['', ...filters] : [''];
        return some.map((filter) => ({ chart, days, query: `${query}${filter}` }));
      });
    }),
  );
}
