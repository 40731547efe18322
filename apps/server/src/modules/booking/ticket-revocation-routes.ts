import { auditActor } from '#modules/audit/index.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { IdParams, problemResponses } from '#platform/http/schemas.ts';
import type { BookingDeps } from './booking-routes.ts';
import { previewRevocation, RevocationView } from './preview-revocation.ts';

/** What becomes of bookings when a ticket is taken away. It is asked here because tickets do not know bookings. */
export const ticketRevocationRoutes =
  ({ db }: Pick<BookingDeps, 'db'>): Routes =>
  (app) => {
    const schema = {
      operationId: 'previewTicketRevocation',
      tags: ['Admin: tickets'],
      summary: 'What revoking a ticket, or refunding all of its payment, would do to bookings right now',
      params: IdParams,
      response: { 200: RevocationView, ...problemResponses(401, 403, 404, 409) },
    };
    app.get('/admin/tickets/:id/revocation', { config: { access: 'admin' }, schema }, (request) =>
      previewRevocation(db, request.params.id, auditActor(request)),
    );
  };
