import type { App, Routes } from '#platform/http/app-types.ts';
import { page } from '#platform/http/cursor.ts';
import { IdParams, Page, PageQuery, problemResponses } from '#platform/http/schemas.ts';
import { deskSaleRoutes } from './desk-sale-routes.ts';
import { ticketAdminRoutes } from './ticket-admin-routes.ts';
import type { TicketDeps } from './ticket-deps.ts';
import { ticketPlanRoutes } from './ticket-plan-routes.ts';
import { findTicket, listTickets } from './ticket-read-model.ts';
import { TicketDetailView, TicketView, ticketDetailView, ticketView } from './ticket-view.ts';

/** What is for sale, a member's own tickets, and the admin's side of both. */
export function ticketRoutes(deps: TicketDeps): Routes {
  return (app) => {
    ticketPlanRoutes(app, deps);
    memberTicketRoutes(app, deps);
    ticketAdminRoutes(app, deps);
    deskSaleRoutes(app, deps);
  };
}

function memberTicketRoutes(app: App, { db }: TicketDeps): void {
  app.get(
    '/tickets',
    {
      config: { access: 'member' },
      schema: {
        operationId: 'listMyTickets',
        tags: ['Tickets'],
        summary: 'My tickets, newest first',
        querystring: PageQuery,
        response: { 200: Page(TicketView), ...problemResponses(401) },
      },
    },
    async ({ actor, query: { limit = 50, cursor } }) => {
      const now = Temporal.Now.instant();
      const rows = await listTickets(db, { userId: actor.userId, limit, ...(cursor && { cursor }) });
      return page(
        rows,
        limit,
        (row) => ticketView(row, now),
        ({ id }) => [id],
      );
    },
  );

  app.get(
    '/tickets/:id',
    {
      config: { access: 'member' },
      schema: {
        operationId: 'getMyTicket',
        tags: ['Tickets'],
        summary: 'One of my tickets with every change of its balance',
        params: IdParams,
        response: { 200: TicketDetailView, ...problemResponses(401, 404) },
      },
    },
    async ({ actor, params }) =>
      ticketDetailView(await findTicket(db, params.id, actor.userId), Temporal.Now.instant()),
  );
}
