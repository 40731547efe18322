import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import { found } from '#platform/http/app-error.ts';
import type { App, Routes } from '#platform/http/app-types.ts';
import { jsonOrCsv } from '#platform/http/csv.ts';
import { answerOnce, idempotencyKey } from '#platform/http/idempotency.ts';
import { Id, IdempotencyHeaders, IdParams, Instant, Nullable, Page, problemResponses } from '#platform/http/schemas.ts';
import { createSeries } from './create-series.ts';
import { previewSeries, type SeriesPreview } from './preview-series.ts';
import type { ScheduleDeps } from './schedule-deps.ts';
import { CreateSeries, Day, Series, SeriesSchema, seriesColumns, seriesTimes, seriesView } from './series.ts';
import { findSeries, listSeries } from './series-read-model.ts';

const admin = { config: { access: 'admin' } } as const;
const tags = ['Schedule administration'];

const SeriesQuery = Type.Object({
  classId: Type.Optional(Id),
  locationId: Type.Optional(Id),
  instructorId: Type.Optional(Id),
  isActive: Type.Optional(Type.Boolean({ description: 'False: those that an admin ended; without it both' })),
  going: Type.Optional(
    Type.Boolean({
      description: 'True: those that no admin ended and whose last day is not over; false: all others; without it both',
    }),
  ),
  ...ListQuery.properties,
});

const { classId: _class, instructorId: _instructor, capacity: _capacity, ...previewFields } = CreateSeries.properties;
const PreviewSeries = Type.Object(
  {
    ...previewFields,
    from: Type.Optional({ ...Day, description: 'The first day to show; without it, or before `startsOn`, that one' }),
  },
  { additionalProperties: false },
);

const Preview = Type.Object({
  timeZone: Type.String(),
  occurrences: Type.Array(
    Type.Object({
      day: Day,
      startsAt: Instant,
      endsAt: Instant,
      closed: Nullable(Type.String({ description: 'Reason of the closed day on which there is no session' })),
    }),
  ),
  truncated: Type.Boolean({ description: 'There are more than are shown' }),
});

/** Recurring sessions. Changing and ending them moves seats, so that belongs to the booking module. */
export function seriesRoutes(deps: ScheduleDeps): Routes {
  return (app) => {
    app.addSchema(Series);
    reads(app, deps);
    preview(app, deps);
    create(app, deps);
  };
}

function reads(app: App, { db }: ScheduleDeps): void {
  app.get(
    '/admin/series',
    {
      config: adminList,
      schema: {
        operationId: 'listSeries',
        tags,
        summary: 'All series, the newest first',
        querystring: SeriesQuery,
        response: { 200: jsonOrCsv(Page(SeriesSchema)), ...problemResponses(401, 403) },
      },
    },
    ({ query }, reply) => {
      const load = (limit: number, cursor?: string) => listSeries(db, { ...query, limit, cursor }, seriesView);
      return answerList(reply, query, load, { name: 'series', columns: seriesColumns });
    },
  );

  app.get(
    '/admin/series/:id',
    {
      ...admin,
      schema: {
        operationId: 'getSeries',
        tags,
        summary: 'One series, also an ended one',
        params: IdParams,
        response: { 200: SeriesSchema, ...problemResponses(401, 403, 404) },
      },
    },
    async (request) => seriesView(found(await findSeries(db, request.params.id), 'series')),
  );
}

function preview(app: App, { db }: ScheduleDeps): void {
  app.post(
    '/admin/series/preview',
    {
      ...admin,
      schema: {
        operationId: 'previewSeries',
        tags,
        summary: 'The sessions that a series would have, and the closed days it would skip; nothing is saved',
        description:
          'Three years from `startsOn` or `from` on when it has a last day, one when not, and 1,000 at most.',
        body: PreviewSeries,
        response: { 200: Preview, ...problemResponses(401, 403) },
      },
    },
    async ({ body }) => {
      const from = body.from ? Temporal.PlainDate.from(body.from) : undefined;
      return previewView(await previewSeries(db, body.locationId, seriesTimes(body), from));
    },
  );
}

function create(app: App, { db }: ScheduleDeps): void {
  app.post(
    '/admin/series',
    {
      ...admin,
      schema: {
        operationId: 'createSeries',
        headers: IdempotencyHeaders,
        tags,
        summary: 'Start a series; its sessions are on the schedule at once, and further ones follow every day',
        body: CreateSeries,
        response: { 201: SeriesSchema, ...problemResponses(401, 403, 409) },
      },
    },
    async (request, reply) => {
      const answer = await inTransaction(db, (tx) =>
        answerOnce(tx, idempotencyKey(request), async () => ({
          status: 201,
          body: await createSeries(tx, auditActor(request), request.body, Temporal.Now.instant()),
        })),
      );
      return reply.code(201).send(answer.body);
    },
  );
}

function previewView({ timeZone, occurrences, truncated }: SeriesPreview) {
  return {
    timeZone,
    truncated,
    occurrences: occurrences.map(({ day, startsAt, endsAt, closed }) => ({
      day: day.toString(),
      startsAt: startsAt.toString({ timeZone }),
      endsAt: endsAt.toString({ timeZone }),
      closed,
    })),
  };
}
