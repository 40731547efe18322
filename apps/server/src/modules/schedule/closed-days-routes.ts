import { type Static, Type } from 'typebox';
import { type AuditActor, auditActor } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import { found } from '#platform/http/app-error.ts';
import type { App, Routes } from '#platform/http/app-types.ts';
import { jsonOrCsv } from '#platform/http/csv.ts';
import { answerOnce, idempotencyKey } from '#platform/http/idempotency.ts';
import { IdempotencyHeaders, IdParams, Page, problemResponses } from '#platform/http/schemas.ts';
import {
  ClosedDay,
  closeDays,
  closedDayColumns,
  closedDayFields,
  closedDayView,
  deleteClosedDay,
} from './closed-days.ts';
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
const CloseDays = Type.Object(
  {
    from: Day,
    to: { ...Day, description: 'The last day, included' },
    ...Type.Partial(Type.Object(optional)).properties,
  },
  { additionalProperties: false },
);
const view = Type.Unsafe<ClosedDay>(Type.Ref('ClosedDay'));
const ClosedDayQuery = Type.Object({
  from: Type.Optional({ ...Day, description: 'This day or later' }),
  to: Type.Optional({ ...Day, description: 'This day or earlier' }),
  ...ListQuery.properties,
});

/** Holidays, on which series have no sessions. */
export function closedDayRoutes(deps: ScheduleDeps): Routes {
  return (app) => {
    app.addSchema(ClosedDay);
    list(app, deps);
    create(app, deps);
    createRange(app, deps);
    remove(app, deps);
  };
}

function list(app: App, { db }: ScheduleDeps): void {
  app.get(
    '/admin/closed-days',
    {
      config: adminList,
      schema: {
        operationId: 'listClosedDays',
        tags,
        summary: 'Closed days in their order',
        querystring: ClosedDayQuery,
        response: { 200: jsonOrCsv(Page(view)), ...problemResponses(401, 403) },
      },
    },
    ({ query }, reply) => {
      const { from, to } = query;
      const window = {
        from: from ? Temporal.PlainDate.from(from) : undefined,
        to: to ? Temporal.PlainDate.from(to) : undefined,
      };
      const load = (limit: number, cursor?: string) => listClosedDays(db, { limit, cursor, ...window }, closedDayView);
      return answerList(reply, query, load, { name: 'closed-days', columns: closedDayColumns });
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
        response: { 201: view, ...problemResponses(401, 403, 409) },
      },
    },
    async (request, reply) => {
      const answer = await inTransaction(db, (tx) =>
        answerOnce(tx, idempotencyKey(request), async () => ({
          status: 201,
          body: await closeDay(tx, auditActor(request), request.body),
        })),
      );
      return reply.code(201).send(answer.body);
    },
  );
}

async function closeDay(
  tx: Tx,
  actor: AuditActor,
  { day, ...rest }: Static<typeof CreateClosedDay>,
): Promise<ClosedDay> {
  const [closed] = await closeDays(tx, actor, { from: day, to: day, ...rest });
  return found(closed, 'closed day');
}

function createRange(app: App, { db }: ScheduleDeps): void {
  app.post(
    '/admin/closed-days/range',
    {
      ...admin,
      schema: {
        operationId: 'closeDays',
        headers: IdempotencyHeaders,
        tags,
        summary:
          'Close all days of a range; those that are closed there already stay as they are and are not in the answer',
        body: CloseDays,
        response: { 201: Type.Object({ items: Type.Array(view) }), ...problemResponses(401, 403, 409) },
      },
    },
    async (request, reply) => {
      const answer = await inTransaction(db, (tx) =>
        answerOnce(tx, idempotencyKey(request), async () => ({
          status: 201,
          body: { items: await closeDays(tx, auditActor(request), request.body) },
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
