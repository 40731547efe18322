import { type Static, Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import { found } from '#platform/http/app-error.ts';
import type { App, Routes } from '#platform/http/app-types.ts';
import { jsonOrCsv } from '#platform/http/csv.ts';
import { answerOnce, idempotencyKey } from '#platform/http/idempotency.ts';
import { Id, IdempotencyHeaders, IdParams, Instant, OneOf, Page, problemResponses } from '#platform/http/schemas.ts';
import {
  AdminSession,
  adminSessionView,
  findSessionView,
  SessionViewSchema,
  sessionColumns,
  sessionOverrides,
} from './admin-session.ts';
import { createSession, type NewSession } from './create-session.ts';
import type { ScheduleDeps } from './schedule-deps.ts';
import { Capacity } from './series.ts';
import { SessionQuery, sessionFilter } from './session-query.ts';
import { listSessions, type SessionFilter } from './session-read-model.ts';

const tags = ['Schedule administration'];

const CreateSession = Type.Object(
  {
    classId: Id,
    locationId: Id,
    instructorId: Id,
    startsAt: Instant,
    endsAt: Instant,
    capacity: Capacity,
    ...Type.Partial(Type.Object(sessionOverrides)).properties,
  },
  { additionalProperties: false },
);

const AdminSessionQuery = Type.Object({
  ...ListQuery.properties,
  ...SessionQuery.properties,
  seriesId: Type.Optional(Id),
  state: Type.Optional(OneOf(['scheduled', 'canceled'])),
  isActive: Type.Optional(Type.Boolean({ description: 'False: the deleted ones; without it both' })),
});

/** Sessions for admins. Whatever moves seats (changing, canceling, deleting) belongs to the booking module. */
export function sessionAdminRoutes(deps: ScheduleDeps): Routes {
  return (app) => {
    app.addSchema(AdminSession);
    reads(app, deps);
    create(app, deps);
  };
}

function reads(app: App, { db }: ScheduleDeps): void {
  app.get(
    '/admin/sessions',
    {
      config: adminList,
      schema: {
        operationId: 'listAllSessions',
        tags,
        summary:
          'Sessions by start, canceled and deleted ones included; the coming ones when there is no `from` or `to`',
        querystring: AdminSessionQuery,
        response: { 200: jsonOrCsv(Page(SessionViewSchema)), ...problemResponses(401, 403) },
      },
    },
    ({ query }, reply) => {
      // One filter for all pages: "the coming ones" are those that come now.
      const filter = adminFilter(query);
      const load = (limit: number, cursor?: string) => listSessions(db, filter, { limit, cursor }, adminSessionView);
      return answerList(reply, query, load, { name: 'sessions', columns: sessionColumns });
    },
  );

  app.get(
    '/admin/sessions/:id',
    {
      config: { access: 'admin' },
      schema: {
        operationId: 'getSessionForAdmin',
        tags,
        summary: 'One session with its own terms, also a canceled or deleted one',
        params: IdParams,
        response: { 200: SessionViewSchema, ...problemResponses(401, 403, 404) },
      },
    },
    async (request) => found(await findSessionView(db, request.params.id), 'session'),
  );
}

function create(app: App, { db }: ScheduleDeps): void {
  app.post(
    '/admin/sessions',
    {
      config: { access: 'admin' },
      schema: {
        operationId: 'createSession',
        headers: IdempotencyHeaders,
        tags,
        summary: 'Put a session on the schedule',
        body: CreateSession,
        response: { 201: SessionViewSchema, ...problemResponses(401, 403, 409) },
      },
    },
    async (request, reply) => {
      const answer = await inTransaction(db, (tx) =>
        answerOnce(tx, idempotencyKey(request), async () => ({
          status: 201,
          body: await createSession(tx, auditActor(request), newSession(request.body), Temporal.Now.instant()),
        })),
      );
      return reply.code(201).send(answer.body);
    },
  );
}

function newSession({ startsAt, endsAt, ...rest }: Static<typeof CreateSession>): NewSession {
  return { ...rest, startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) };
}

function adminFilter(query: Static<typeof AdminSessionQuery>): SessionFilter {
  const { seriesId, state, isActive } = query;
  const filter = sessionFilter(query);
  const from = filter.from ?? (filter.to ? undefined : Temporal.Now.instant());
  return { ...filter, from, seriesId, state, isActive };
}
