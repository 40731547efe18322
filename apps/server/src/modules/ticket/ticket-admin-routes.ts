import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import type { App } from '#platform/http/app-types.ts';
import { jsonOrCsv } from '#platform/http/csv.ts';
import { page } from '#platform/http/cursor.ts';
import { answerOnce, idempotencyKey } from '#platform/http/idempotency.ts';
import { IdempotencyHeaders, IdParams, Instant, Page, problemResponses } from '#platform/http/schemas.ts';
import { SeenVersion } from '#platform/http/version.ts';
import { Assignment, assignTicket, Reason } from './assign-ticket.ts';
import type { TicketChange } from './change-ticket.ts';
import { findClassNames } from './class-names.ts';
import type { TicketDeps } from './ticket-deps.ts';
import { findTicket, listTickets } from './ticket-read-model.ts';
import type { TicketRow } from './ticket-store.ts';
import {
  AdminTicketDetailView,
  AdminTicketView,
  adminTicketDetailView,
  adminTicketView,
  ticketColumns,
} from './ticket-view.ts';

const config = { access: 'admin' } as const;
const tags = ['Admin: tickets'];

const Correction = Type.Object(
  {
    entriesDelta: Type.Optional(Type.Integer({ minimum: -1_000, maximum: 1_000, description: 'Added to the balance' })),
    validFrom: Type.Optional(Instant),
    validUntil: Type.Optional(Instant),
    version: SeenVersion,
    reason: Reason,
  },
  { additionalProperties: false, minProperties: 2 },
);

const ReasonBody = Type.Object({ reason: Reason }, { additionalProperties: false });

/** What an admin does with members' tickets; each of it is audited with its reason. */
export function ticketAdminRoutes(app: App, deps: TicketDeps): void {
  readRoutes(app, deps);
  assignRoute(app, deps);
  correctRoute(app, deps);
  stateRoutes(app, deps);
}

function readRoutes(app: App, { db }: TicketDeps): void {
  const listSchema = {
    operationId: 'listTicketsOfUser',
    tags,
    summary: "A member's tickets, newest first",
    params: IdParams,
    querystring: ListQuery,
    response: { 200: jsonOrCsv(Page(AdminTicketView)), ...problemResponses(401, 403) },
  };
  app.get('/admin/users/:id/tickets', { config: adminList, schema: listSchema }, async ({ params, query }, reply) => {
    const now = Temporal.Now.instant();
    const view = (row: TicketRow) => adminTicketView(row, now);
    const load = async (limit: number, cursor?: string) =>
      page(await listTickets(db, { userId: params.id, limit, cursor }), limit, view, ({ id }) => [id]);
    const columns = ticketColumns(await findClassNames(db));
    return answerList(reply, query, load, { name: 'tickets', columns });
  });

  const getSchema = {
    operationId: 'getTicket',
    tags,
    summary: 'Any ticket with every change of its balance',
    params: IdParams,
    response: { 200: AdminTicketDetailView, ...problemResponses(401, 403, 404) },
  };
  app.get('/admin/tickets/:id', { config, schema: getSchema }, async ({ params }) =>
    adminTicketDetailView(await findTicket(db, params.id), Temporal.Now.instant()),
  );
}

function assignRoute(app: App, { db, tickets }: TicketDeps): void {
  const schema = {
    operationId: 'assignTicket',
    headers: IdempotencyHeaders,
    tags,
    summary: 'Hand a ticket to a member without a payment',
    body: Assignment,
    response: { 201: AdminTicketView, ...problemResponses(401, 403, 404, 409) },
  };
  app.post('/admin/tickets', { config, schema }, async (request, reply) => {
    const { body } = await inTransaction(db, (tx) =>
      answerOnce(tx, idempotencyKey(request), async () => {
        const ticket = await assignTicket(tx, tickets, request.body, auditActor(request));
        return { status: 201, body: adminTicketView(ticket, Temporal.Now.instant()) };
      }),
    );
    return reply.code(201).send(body);
  });
}

function correctRoute(app: App, { db, tickets }: TicketDeps): void {
  const schema = {
    operationId: 'correctTicket',
    headers: IdempotencyHeaders,
    tags,
    summary: 'Correct the balance or the validity of a ticket',
    params: IdParams,
    body: Correction,
    response: { 200: AdminTicketView, ...problemResponses(401, 403, 404, 409) },
  };
  app.patch('/admin/tickets/:id', { config, schema }, async (request) => {
    const { params, body } = request;
    const by = { actor: auditActor(request), reason: body.reason };
    return changedOnce(db, request, (tx) => tickets.changeTicket(tx, params.id, ticketChange(body), by));
  });
}

function stateRoutes(app: App, { db, tickets }: TicketDeps): void {
  const verbs = {
    freeze: { run: tickets.freezeTicket, summary: 'Suspend a ticket: it books nothing until it is unfrozen' },
    unfreeze: { run: tickets.unfreezeTicket, summary: 'End the suspension; the frozen days are added to the validity' },
    revoke: { run: tickets.revokeTicket, summary: 'Take a ticket away for good; its coming bookings are canceled' },
  };
  for (const [verb, { run, summary }] of Object.entries(verbs)) {
    const schema = {
      operationId: `${verb}Ticket`,
      headers: IdempotencyHeaders,
      tags,
      summary,
      params: IdParams,
      body: ReasonBody,
      response: { 200: AdminTicketView, ...problemResponses(401, 403, 404, 409) },
    };
    app.post(`/admin/tickets/:id/${verb}`, { config, schema }, async (request) => {
      const by = { actor: auditActor(request), reason: request.body.reason };
      return changedOnce(db, request, (tx) => run(tx, request.params.id, by));
    });
  }
}

function ticketChange({ entriesDelta, version, validFrom, validUntil }: Static<typeof Correction>): TicketChange {
  return {
    ...(entriesDelta && { entriesDelta }),
    ...(validFrom && { validFrom: Temporal.Instant.from(validFrom) }),
    ...(validUntil && { validUntil: Temporal.Instant.from(validUntil) }),
    ...(version !== undefined && { version }),
  };
}

/** Changes a ticket once per idempotency key: a change by some entries must not be made twice when its answer was lost. */
async function changedOnce(
  db: Database,
  request: FastifyRequest,
  change: (tx: Tx) => Promise<TicketRow>,
): Promise<Static<typeof AdminTicketView>> {
  const { body } = await inTransaction(db, (tx) =>
    answerOnce(tx, idempotencyKey(request), async () => {
      const ticket = await change(tx);
      return { status: 200, body: adminTicketView(ticket, Temporal.Now.instant()) };
    }),
  );
  return body;
}
