import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { Day, type SeriesFields, SeriesSchema, type SeriesScope, seriesFields } from '#modules/schedule/index.ts';
import { invalidField } from '#platform/http/app-error.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { Id, IdParams, Instant, Nullable, OneOf, problemResponses } from '#platform/http/schemas.ts';
import { dryRun, Reason } from './booking-schemas.ts';
import { ConsequencesSchema } from './consequences-view.ts';
import {
  affectedSession,
  changeSeries,
  endSeries,
  type SeriesDeps,
  type SeriesOptions,
  type SeriesOutcome,
} from './series-use-cases.ts';

const admin = { config: { access: 'admin' } } as const;
const tags = ['Schedule administration'];
const strict = { additionalProperties: false };

const Options = Type.Object({
  scope: OneOf(['following', 'all_future']),
  from: Type.Optional({ ...Day, description: 'With `following`: the first day that it concerns, today or later' }),
  cancelBooked: Type.Optional(
    Type.Boolean({ description: 'Cancel the sessions with bookings that the series no longer has' }),
  ),
  version: Type.Optional({
    ...Instant,
    description: 'Of the series as you saw it; another one by now is a `version_conflict`',
  }),
  dryRun,
  ...Reason.properties,
});
type Options = Static<typeof Options>;
const { classId: _class, startsOn: _startsOn, ...changeable } = seriesFields;
const ChangeSeries = Type.Object(
  {
    ...Options.properties,
    ...Type.Partial(Type.Object(changeable)).properties,
    allowOverCapacity: Type.Optional(Type.Boolean()),
  },
  strict,
);
const EndSeries = Type.Object(Options.properties, strict);

const Affected = Type.Array(
  Type.Object({
    id: Id,
    day: { ...Day, description: 'Of the series; the session may have been moved' },
    startsAt: Instant,
    activeCount: Type.Integer(),
    waitingCount: Type.Integer(),
  }),
);
const Outcome = Type.Object({
  dryRun: Type.Boolean({ description: 'Nothing of it happened' }),
  series: SeriesSchema,
  previousSeriesId: Nullable({
    ...Id,
    description: 'The series that ended the day before, when the following became one of their own',
  }),
  createdSessions: Type.Integer(),
  changedSessions: Affected,
  canceledSessions: { ...Affected, description: 'With bookings; the members are told' },
  deletedSessions: { ...Affected, description: 'Without bookings' },
  people: Type.Integer({ description: 'Members with a booking in a changed or canceled session' }),
  consequences: ConsequencesSchema,
});
const response = { 200: Outcome, ...problemResponses(401, 403, 404, 409) };

const CHANGING = `\`all_future\` changes the series itself. \`following\` ends it the day before \`from\` and goes on with a series of its own;
a \`rule\` of its own begins at \`from\`. What was changed about one session alone stays. Sessions on days that the series no longer has are
deleted, or, with bookings, refuse the change until \`cancelBooked\`.`;

/** Changes of a series that move seats; reading and starting one belongs to the schedule. */
export const seriesAdminRoutes =
  (deps: SeriesDeps): Routes =>
  (app) => {
    app.patch(
      '/admin/series/:id',
      {
        ...admin,
        schema: {
          operationId: 'changeSeries',
          tags,
          summary: 'Change a series and its coming sessions',
          description: CHANGING,
          params: IdParams,
          body: ChangeSeries,
          response,
        },
      },
      async (request) => {
        const { body, params } = request;
        const { allowOverCapacity = false } = body;
        const options = { ...seriesOptions(request, body), allowOverCapacity };
        return outcomeView(await changeSeries(deps, params.id, seriesPatch(body), options), options);
      },
    );

    app.delete(
      '/admin/series/:id',
      {
        ...admin,
        schema: {
          operationId: 'endSeries',
          tags,
          summary: 'End a series: its coming sessions are deleted, or canceled when they have bookings',
          params: IdParams,
          querystring: EndSeries,
          response,
        },
      },
      async (request) => {
        const options = seriesOptions(request, request.query);
        return outcomeView(await endSeries(deps, request.params.id, options), options);
      },
    );
  };

function seriesOptions(request: FastifyRequest, options: Options): SeriesOptions {
  const { dryRun = false, cancelBooked = false, reason = null, version } = options;
  const staff = auditActor(request);
  return { scope: seriesScope(options), dryRun, cancelBooked, allowOverCapacity: false, reason, version, staff };
}

function seriesScope({ scope, from }: Options): SeriesScope {
  if (scope === 'all_future') return { scope };
  if (!from) throw invalidField('from', 'is needed to know what follows');
  return { scope, from: Temporal.PlainDate.from(from) };
}

function seriesPatch(body: Static<typeof ChangeSeries>): SeriesFields {
  const { scope, from, cancelBooked, dryRun, reason, allowOverCapacity, version, endsOn, ...fields } = body;
  if (endsOn === undefined) return fields;
  return { ...fields, endsOn: endsOn === null ? null : Temporal.PlainDate.from(endsOn) };
}

function outcomeView(outcome: SeriesOutcome, { dryRun }: SeriesOptions): Static<typeof Outcome> {
  return {
    ...outcome,
    dryRun,
    changedSessions: outcome.changedSessions.map(affectedSession),
    canceledSessions: outcome.canceledSessions.map(affectedSession),
    deletedSessions: outcome.deletedSessions.map(affectedSession),
  };
}
