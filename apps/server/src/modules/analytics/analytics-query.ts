import { Type } from 'typebox';
import { Day } from '#modules/schedule/index.ts';
import { invalidField } from '#platform/http/app-error.ts';
import { CsvQuery } from '#platform/http/csv.ts';
import { Id } from '#platform/http/schemas.ts';
import { type Period, resolvePeriod } from './period.ts';

const days = {
  from: Type.Optional({ ...Day, description: 'The first day; thirty days up to `to` when absent' }),
  to: Type.Optional({ ...Day, description: 'The last day, counted; today when absent' }),
};

/** Query of what belongs to the studio as a whole: people, tickets and money are of no place and no class. */
export const StudioQuery = Type.Object({ ...days, ...CsvQuery.properties }, { additionalProperties: false });

/** Query of what happens in sessions. */
export const SessionsQuery = Type.Object(
  { ...StudioQuery.properties, locationId: Type.Optional(Id), classId: Type.Optional(Id) },
  { additionalProperties: false },
);

/** Which sessions count. */
export interface SessionFilter {
  locationId?: string | undefined;
  classId?: string | undefined;
}

/** What a question is about. */
export interface Scope {
  period: Period;
  filter: SessionFilter;
  now: Temporal.Instant;
}

/** @throws AppError `validation_failed` when the days make no period */
export function scopeOf(
  query: { from?: string | undefined; to?: string | undefined } & SessionFilter,
  timeZone: string,
  now: Temporal.Instant,
  defaultDays?: number,
): Scope {
  const period = resolvePeriod(query, timeZone, now, defaultDays);
  if ('refused' in period) throw invalidField(period.refused.field, period.refused.message);
  const { locationId, classId } = query;
  return { period, filter: { locationId, classId }, now };
}

/** Said in every answer, so that a chart can be labeled without knowing the defaults. */
export const PeriodView = Type.Object(
  { from: Day, to: { ...Day, description: 'The last day' }, timeZone: Type.String({ description: "The studio's" }) },
  { description: 'What the answer is about' },
);

export function periodView({ start, end, timeZone }: Period) {
  return { from: start.toString(), to: end.subtract({ days: 1 }).toString(), timeZone };
}
