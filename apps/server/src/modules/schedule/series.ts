import { type Static, Type } from 'typebox';
import type { CsvColumns } from '#platform/http/csv.ts';
import { Id, Instant, Nullable } from '#platform/http/schemas.ts';
import type { SeriesTimes } from './expand-series.ts';
import type { SeriesRow } from './series-read-model.ts';

export const Day = Type.String({ format: 'date', examples: ['2027-03-29'] });

/** Places of a session. */
export const Capacity = Type.Integer({ minimum: 1, maximum: 100_000 });

/** What a series is made of, as admins give it. */
export const seriesFields = {
  classId: Id,
  locationId: Id,
  instructorId: Id,
  rule: Type.String({
    maxLength: 200,
    examples: ['FREQ=WEEKLY;BYDAY=MO,WE'],
    description:
      'An RFC 5545 recurrence rule without DTSTART, daily at the finest; at most one session a day. UNTIL is a day and the last one that counts',
  }),
  startsOn: { ...Day, description: 'The first day that may count; INTERVAL and COUNT start there' },
  endsOn: Nullable({ ...Day, description: 'The last day' }),
  startTime: Type.String({
    pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
    examples: ['18:00'],
    description:
      'Wall time at the location. Where clocks skip it that day, as much later; where it comes twice, the first',
  }),
  durationMinutes: Type.Integer({ minimum: 1, maximum: 1_440 }),
  capacity: Capacity,
};

const { endsOn, ...required } = seriesFields;
export const CreateSeries = Type.Object(
  { ...required, endsOn: Type.Optional(endsOn) },
  { additionalProperties: false },
);
export type CreateSeries = Static<typeof CreateSeries>;

const Named = Type.Object({ id: Id, name: Type.String() });
const { classId: _class, locationId: _location, instructorId: _instructor, ...own } = seriesFields;

export const Series = Type.Object(
  {
    id: Id,
    class: Named,
    location: Named,
    instructor: Named,
    timeZone: Type.String({ description: 'IANA time zone of the location' }),
    ...own,
    generatedUntil: Nullable({ ...Day, description: 'Sessions exist up to this day; null: they are about to be made' }),
    isActive: Type.Boolean({ description: 'False when ended by an admin' }),
    version: { ...Instant, description: 'Changes with every change of the series' },
    createdAt: Instant,
    updatedAt: Instant,
  },
  { $id: 'Series' },
);
export type Series = Static<typeof Series>;

/** The response of every route that answers with a series. */
export const SeriesSchema = Type.Unsafe<Series>(Type.Ref('Series'));

export const seriesColumns: CsvColumns<Series> = {
  id: ({ id }) => id,
  class_id: (series) => series.class.id,
  class: (series) => series.class.name,
  location_id: ({ location }) => location.id,
  location: ({ location }) => location.name,
  instructor_id: ({ instructor }) => instructor.id,
  instructor: ({ instructor }) => instructor.name,
  rule: ({ rule }) => rule,
  starts_on: ({ startsOn }) => startsOn,
  ends_on: ({ endsOn }) => endsOn,
  start_time: ({ startTime }) => startTime,
  time_zone: ({ timeZone }) => timeZone,
  duration_minutes: ({ durationMinutes }) => durationMinutes,
  capacity: ({ capacity }) => capacity,
  generated_until: ({ generatedUntil }) => generatedUntil,
  is_active: ({ isActive }) => isActive,
  created_at: ({ createdAt }) => createdAt,
};

export function seriesView(row: SeriesRow): Series {
  return {
    id: row.id,
    class: { id: row.classTypeId, name: row.className },
    location: { id: row.locationId, name: row.locationName },
    instructor: { id: row.instructorId, name: row.instructorName },
    timeZone: row.timeZone,
    rule: row.rule,
    startsOn: row.startsOn.toString(),
    endsOn: row.endsOn?.toString() ?? null,
    startTime: row.startTime.slice(0, 5),
    durationMinutes: row.durationMinutes,
    capacity: row.capacity,
    generatedUntil: row.generatedUntil?.toString() ?? null,
    isActive: row.deletedAt === null,
    version: row.updatedAt.toString(),
    createdAt: row.createdAt.toString({ timeZone: row.timeZone }),
    updatedAt: row.updatedAt.toString({ timeZone: row.timeZone }),
  };
}

/** When a series of the request happens. */
export function seriesTimes(
  fields: Omit<CreateSeries, 'classId' | 'locationId' | 'instructorId' | 'capacity'>,
): SeriesTimes {
  return {
    rule: fields.rule,
    startsOn: Temporal.PlainDate.from(fields.startsOn),
    endsOn: fields.endsOn ? Temporal.PlainDate.from(fields.endsOn) : null,
    startTime: fields.startTime,
    durationMinutes: fields.durationMinutes,
  };
}
