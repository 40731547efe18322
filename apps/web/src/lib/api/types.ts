import type { components, paths } from '@openmat/api-client';

type Json<Responses, Status extends keyof Responses> = Responses[Status] extends {
  content: { 'application/json': infer Body };
}
  ? Body
  : never;
type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: infer R } }
  ? Json<R, 200 & keyof R>
  : never;
type ItemOf<List> = List extends { items: (infer Item)[] } ? Item : never;

export type Studio = components['schemas']['Studio'];
export type Session = components['schemas']['Session'];
export type SessionDetail = components['schemas']['SessionDetail'];
export type AdminSession = Get<'/api/v1/admin/sessions/{id}'>;
export type RosterEntry = ItemOf<Get<'/api/v1/admin/sessions/{id}/roster'>>;
export type Booking = ItemOf<Get<'/api/v1/bookings'>>;
export type QueueView = Get<'/api/v1/bookings/{id}/queue'>;
export type QueueDecision = QueueView['decisions'][number];
export type CancellationPreview = Get<'/api/v1/bookings/{id}/cancellation'>;
export type ClassType = ItemOf<Get<'/api/v1/classes'>>;
export type TicketPlan = ItemOf<Get<'/api/v1/ticket-plans'>>;
export type Ticket = ItemOf<Get<'/api/v1/tickets'>>;
export type LedgerEntry = Get<'/api/v1/tickets/{id}'>['ledger'][number];
export type Payment = Get<'/api/v1/payments/{id}'>;
export type Me = Get<'/api/v1/me'>;
export type ProfileChanges = paths['/api/v1/me']['patch']['requestBody'] extends {
  content: { 'application/json': infer Body };
}
  ? Body
  : never;
export type Device = ItemOf<Get<'/api/v1/me/devices'>>;
export type Preferences = Get<'/api/v1/me/notifications'>;
export type Delivery = ItemOf<Get<'/api/v1/admin/messages'>>;
export type JobQueue = ItemOf<Get<'/api/v1/admin/jobs'>>;
export type JobFailure = ItemOf<Get<'/api/v1/admin/jobs/failures'>>;

/** Query parameters of the schedule. */
export type SessionQuery = NonNullable<paths['/api/v1/sessions']['get']['parameters']['query']>;
