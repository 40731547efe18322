import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import type { Database } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { answerItems } from '#platform/http/answer-list.ts';
import type { App } from '#platform/http/app-types.ts';
import { CsvQuery, jsonOrCsv } from '#platform/http/csv.ts';
import { answerOnce, idempotencyKey } from '#platform/http/idempotency.ts';
import { IdempotencyHeaders, IdParams, Page, problemResponses } from '#platform/http/schemas.ts';
import { findClassNames } from './class-names.ts';
import {
  AdminTicketPlanView,
  adminTicketPlanView,
  NewTicketPlan,
  TicketPlanPatch,
  TicketPlanView,
  ticketPlanColumns,
  ticketPlanView,
} from './ticket-plan-view.ts';
import { archivePlan, changePlan, createPlan, listAllPlans, listPlansForSale } from './ticket-plans.ts';

const config = { access: 'admin' } as const;
const tags = ['Admin: tickets'];

/** The shop's shelf, and its keeper's side. Plans are few, so both lists come in one page. */
export function ticketPlanRoutes(app: App, { db }: { db: Database }): void {
  listRoutes(app, db);
  createRoute(app, db);
  changeRoutes(app, db);
}

function listRoutes(app: App, db: Database): void {
  const shopSchema = {
    operationId: 'listTicketPlans',
    tags: ['Tickets'],
    summary: 'What is for sale',
    response: { 200: Page(TicketPlanView), ...problemResponses() },
  };
  app.get('/ticket-plans', { config: { access: 'public' }, schema: shopSchema }, async () => ({
    items: (await listPlansForSale(db)).map(ticketPlanView),
    nextCursor: null,
  }));

  const allSchema = {
    operationId: 'listAllTicketPlans',
    tags,
    summary: 'All ticket plans, the archived ones last',
    querystring: CsvQuery,
    response: { 200: jsonOrCsv(Page(AdminTicketPlanView)), ...problemResponses(401, 403) },
  };
  app.get('/admin/ticket-plans', { config, schema: allSchema }, async ({ query }, reply) => {
    const [plans, classNames] = await Promise.all([listAllPlans(db), findClassNames(db)]);
    const answer = { items: plans.map(adminTicketPlanView), nextCursor: null };
    return answerItems(reply, query, answer, { name: 'ticket-plans', columns: ticketPlanColumns(classNames) });
  });
}

function createRoute(app: App, db: Database): void {
  const schema = {
    operationId: 'createTicketPlan',
    headers: IdempotencyHeaders,
    tags,
    summary: 'Put a ticket plan into the shop',
    body: NewTicketPlan,
    response: { 201: AdminTicketPlanView, ...problemResponses(401, 403, 409) },
  };
  app.post('/admin/ticket-plans', { config, schema }, async (request, reply) => {
    const answer = await inTransaction(db, (tx) =>
      answerOnce(tx, idempotencyKey(request), async () => ({
        status: 201,
        body: adminTicketPlanView(await createPlan(tx, request.body, auditActor(request))),
      })),
    );
    return reply.code(201).send(answer.body);
  });
}

function changeRoutes(app: App, db: Database): void {
  const changeSchema = {
    operationId: 'changeTicketPlan',
    tags,
    summary: 'Change what will be sold from now on',
    params: IdParams,
    body: TicketPlanPatch,
    response: { 200: AdminTicketPlanView, ...problemResponses(401, 403, 404, 409) },
  };
  app.patch('/admin/ticket-plans/:id', { config, schema: changeSchema }, async (request) => {
    const { params, body } = request;
    return adminTicketPlanView(await inTransaction(db, (tx) => changePlan(tx, params.id, body, auditActor(request))));
  });

  const archiveSchema = {
    operationId: 'archiveTicketPlan',
    tags,
    summary: 'Take a ticket plan off the shop',
    description: 'Tickets that were sold stay valid.',
    params: IdParams,
    response: { 204: Type.Null(), ...problemResponses(401, 403, 404) },
  };
  app.delete('/admin/ticket-plans/:id', { config, schema: archiveSchema }, async (request, reply) => {
    await inTransaction(db, (tx) => archivePlan(tx, request.params.id, auditActor(request)));
    return reply.code(204).send(null);
  });
}
