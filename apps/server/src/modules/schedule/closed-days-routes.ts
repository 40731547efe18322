import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { App, Routes } from '#platform/http/app-types.ts';
import { answerOnce, idempotencyKey } from '#platform/http/idempotency.ts';
import { IdempotencyHeaders, IdParams, Page, PageQuery, problemResponses } from '#platform/http/schemas.ts';
import { ClosedDay, closedDayFields, closedDayView, createClosedDay, deleteClosedDay } from './closed-days.ts';
import { listClosedDays } from './closed-days-read-model.ts';
import type { ScheduleDeps } from './schedule-deps.ts';
import { Day } from './series.ts';

const admin = { config: { access: 'admin' } } as const;
const tags = ['Schedule administration'];

const { day, ...optional } = closedDayFields;
const CreateClosedDay = Type.Object(
  { day, ...Type.Partial(Type.Object(optional)).properties },
  { additionalProperties: false },
);
const CreatedClosedDay = Type.Object({
  ...ClosedDay.properties,
  scheduledSessions: Type.Integer({
    minimum: 0,
    description: 'Sessions of that day; they stay until they are canceled',
  }),
});
const ClosedDayQuery = Type.Object({
  from: Type.Optional({ ...Day, description: 'This day or later' }),
  to: Type.Optional({ ...Day, description: 'This day or earlier' }),
  ...PageQuery.properties,
});

/** Holidays, on which series have no sessions. */
export function closedDayRoutes(deps: ScheduleDeps): Routes {
  return (app) => {
    app.addSchema(ClosedDay);
    list(app, deps);
    create(app, deps);
    remove(app, deps);
  };
}

function list(app: App, { db }: ScheduleDeps): void {
  app.get(
    '/admin/closed-days',
    {
      ...admin,
      schema: {
        operationId: 'listClosedDays',
        tags,
        summary: 'Closed days in their order',
        querystring: ClosedDayQuery,
        response: { 200: Page(Type.Unsafe<ClosedDay>(Type.Ref('ClosedDay'))), ...problemResponses(401, 403) },
      },
    },
    ({ query }) => {
      const { limit, cursor, from, to } = query;
      const window = {
        from: from ? Temporal.PlainDate.from(from) : undefined,
        to: to ? Temporal.PlainDate.from(to) : undefined,
      };
      return listClosedDays(db, { limit, cursor, ...window }, closedDayView);
    },
  );
}

function create(app: App, { db }: ScheduleDeps): void {
  app.post(
    '/admin/closed-days',
    {
      ...admin,
      schema: {
        operationId: 'createClosedDay',
        headers: IdempotencyHeaders,
        tags,
        summary: 'Close a day: series get no new sessions there; those that exist stay and are counted',
        body: CreateClosedDay,
        response: { 201: CreatedClosedDay, ...problemResponses(401, 403, 409) },
      },
    },
    async (request, reply) => {
      const answer = await inTransaction(db, (tx) =>
        answerOnce(tx, idempotencyKey(request), async () => ({
          status: 201,
          body: await createClosedDay(tx, auditActor(request), request.body),
        })),
      );
      return reply.code(201).send(answer.body);
    },
  );
}

function remove(app: App, { db, jobs }: ScheduleDeps): void {
  app.delete(
    '/admin/closed-days/:id',
    {
      ...admin,
      schema: {
        operationId: 'deleteClosedDay',
        tags,
        summary: 'Open a closed day again: series get their sessions of that day',
        params: IdParams,
        response: { 204: Type.Null(), ...problemResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      await inTransaction(db, (tx) => deleteClosedDay(tx, jobs, auditActor(request), request.params.id));
      return reply.code(204).send(null);
    },
  );
}
