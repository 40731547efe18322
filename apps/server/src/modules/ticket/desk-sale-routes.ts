import { auditActor } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { App } from '#platform/http/app-types.ts';
import { answerOnce, idempotencyKey } from '#platform/http/idempotency.ts';
import { IdempotencyHeaders, IdParams, problemResponses } from '#platform/http/schemas.ts';
import { DeskSale, sellTicket } from './sell-ticket.ts';
import type { TicketDeps } from './ticket-deps.ts';
import { TicketView, ticketView } from './ticket-view.ts';

/** What staff sells at the front desk; everything else about tickets is for admins. */
export function deskSaleRoutes(app: App, { db, tickets }: TicketDeps): void {
  const schema = {
    operationId: 'sellTicket',
    tags: ['Front desk'],
    summary: 'Hand a member a ticket that was paid at the desk',
    headers: IdempotencyHeaders,
    params: IdParams,
    body: DeskSale,
    response: { 201: TicketView, ...problemResponses(401, 403, 404, 409) },
  };
  app.post('/admin/people/:id/tickets', { config: { access: 'staff' }, schema }, async (request, reply) => {
    const { body } = await inTransaction(db, (tx) =>
      answerOnce(tx, idempotencyKey(request), async () => {
        const ticket = await sellTicket(tx, tickets, request.params.id, request.body, auditActor(request));
        return { status: 201, body: ticketView(ticket, Temporal.Now.instant()) };
      }),
    );
    return reply.code(201).send(body);
  });
}
