import type { paths } from '@openmat/api-client';

/** What the API can tell about the studio as a whole, and about what happens in sessions. */
export type StudioChart = 'kpis' | 'registrations' | 'revenue' | 'ticket-usage' | 'retention';
export type SessionChart = 'bookings-by-weekday' | 'popular-classes' | 'utilization' | 'demand' | 'attendance';
export type ChartName = StudioChart | SessionChart;

export type ChartPath<Name extends ChartName> = `/api/v1/admin/analytics/${Name}`;

type Answers<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } };
}
  ? Answer
  : never;

export type ChartAnswer<Name extends ChartName> = Answers<ChartPath<Name>>;

/** The days that a chart is about, and for what happens in sessions which of them. */
export interface ChartQuery {
  from: string;
  to: string;
  locationId?: string;
  classId?: string;
}
