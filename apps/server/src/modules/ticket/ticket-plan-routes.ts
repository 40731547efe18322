import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import type { Database } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { App } from '#platform/http/app-types.ts';
import { answerOnce, idempotencyKey } from '#platform/http/idempotency.ts';
import { IdParams, Page, problemResponses } from '#platform/http/schemas.ts';
import { NewTicketPlan, TicketPlanPatch, TicketPlanView, ticketPlanView } from './ticket-plan-view.ts';
import { archivePlan, changePlan, createPlan, listAllPlans, listPlansForSale } from './ticket-plans.ts';

const tags = ['Tickets'];
const adminTags = ['Admin: tickets'];

/** The shop's shelf, and its keeper's side. Plans are few, so both lists come in one page. */
export function ticketPlanRoutes(app: App, { db }: { db: Database }): void {
  app.get(
    '/ticket-plans',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listTicketPlans',
        tags,
        summary: 'What is for sale',
        response: { 200: Page(TicketPlanView), ...problemResponses() },
      },
    },
    async () => ({ items: (await listPlansForSale(db)).map(ticketPlanView), nextCursor: null }),
  );

  app.get(
    '/admin/ticket-plans',
    {
      config: { access: 'admin' },
      schema: {
        operationId: 'listAllTicketPlans',
        tags: adminTags,
        summary: 'All ticket plans, the archived ones last',
        response: { 200: Page(TicketPlanView), ...problemResponses(401, 403) },
      },
    },
    async () => ({ items: (await listAllPlans(db)).map(ticketPlanView), nextCursor: null }),
  );

  app.post(
    '/admin/ticket-plans',
    {
      config: { access: 'admin' },
      schema: {
        operationId: 'createTicketPlan',
        tags: adminTags,
        summary: 'Put a ticket plan into the shop',
        body: NewTicketPlan,
        response: { 201: TicketPlanView, ...problemResponses(401, 403, 409) },
      },
    },
    async (request, reply) => {
      const answer = await inTransaction(db, (tx) =>
        answerOnce(tx, idempotencyKey(request), async () => ({
          status: 201,
          body: ticketPlanView(await createPlan(tx, request.body, auditActor(request))),
        })),
      );
      return reply.code(201).send(answer.body);
    },
  );

  app.patch(
    '/admin/ticket-plans/:id',
    {
      config: { access: 'admin' },
      schema: {
        operationId: 'changeTicketPlan',
        tags: adminTags,
        summary: 'Change what will be sold from now on',
        params: IdParams,
        body: TicketPlanPatch,
        response: { 200: TicketPlanView, ...problemResponses(401, 403, 404) },
      },
    },
    async (request) => {
      const { params, body } = request;
      return ticketPlanView(await inTransaction(db, (tx) => changePlan(tx, params.id, body, auditActor(request))));
    },
  );

  app.delete(
    '/admin/ticket-plans/:id',
    {
      config: { access: 'admin' },
      schema: {
        operationId: 'archiveTicketPlan',
        tags: adminTags,
        summary: 'Take a ticket plan off the shop',
        description: 'Tickets that were sold stay valid.',
        params: IdParams,
        response: { 204: Type.Null(), ...problemResponses(401, 403, 404) },
      },
    },
    async (request, reply) => {
      await inTransaction(db, (tx) => archivePlan(tx, request.params.id, auditActor(request)));
      return reply.code(204).send(null);
    },
  );
}
