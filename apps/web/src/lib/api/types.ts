import type { components, paths } from '@openmat/api-client';

type Json<Responses, Status extends keyof Responses> = Responses[Status] extends {
  content: { 'application/json': infer Body };
}
  ? Body
  : never;
type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: infer R } }
  ? Json<R, 200 & keyof R>
  : never;
type BodyOf<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;
type Post<Path extends keyof paths> = paths[Path] extends { post: { responses: infer R } }
  ? Json<R, 200 & keyof R>
  : never;
type ItemOf<List> = List extends { items: (infer Item)[] } ? Item : never;

export type Studio = components['schemas']['Studio'];
export type Session = components['schemas']['Session'];
export type SessionDetail = components['schemas']['SessionDetail'];
export type AdminSession = Get<'/api/v1/admin/sessions/{id}'>;
export type SessionOutcome =
  paths['/api/v1/admin/sessions/{id}']['patch']['responses'][200]['content']['application/json'];
export type Consequences = NonNullable<SessionOutcome['consequences']>;
export type Series = Get<'/api/v1/admin/series/{id}'>;
export type SeriesOutcome =
  paths['/api/v1/admin/series/{id}']['patch']['responses'][200]['content']['application/json'];
export type SeriesPreview =
  paths['/api/v1/admin/series/preview']['post']['responses'][200]['content']['application/json'];
export type ClosedDay = ItemOf<Get<'/api/v1/admin/closed-days'>>;
export type Roster = Get<'/api/v1/admin/sessions/{id}/roster'>;
export type RosterEntry = ItemOf<Roster>;
export type DeskDay = Get<'/api/v1/admin/today'>;
export type DeskSession = ItemOf<DeskDay>;
export type Person = ItemOf<Get<'/api/v1/admin/people'>>;
export type PersonInSession = Get<'/api/v1/admin/sessions/{id}/people/{userId}'>;
export type AdminTicket = ItemOf<Get<'/api/v1/admin/users/{id}/tickets'>>;
export type AdminTicketDetail = Get<'/api/v1/admin/tickets/{id}'>;
export type AdminLedgerEntry = AdminTicketDetail['ledger'][number];
export type Revocation = Get<'/api/v1/admin/tickets/{id}/revocation'>;
export type AdminTicketPlan = ItemOf<Get<'/api/v1/admin/ticket-plans'>>;
export type AdminPayment = ItemOf<Get<'/api/v1/admin/payments'>>;
export type AdminPaymentDetail = Get<'/api/v1/admin/payments/{id}'>;
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
export type OverviewBooking = ItemOf<Get<'/api/v1/admin/bookings'>>;
export type Member = Get<'/api/v1/admin/users/{id}'>;
export type MemberRow = ItemOf<Get<'/api/v1/admin/users'>>;
export type ImportResult = Post<'/api/v1/admin/imports/members'>;
export type ImportRequest = Omit<BodyOf<'/api/v1/admin/imports/members'>, 'dryRun'>;
export type ImportColumns = Post<'/api/v1/admin/imports/members/columns'>;
export type AuditRow = ItemOf<Get<'/api/v1/admin/audit'>>;
export type TeamMember = ItemOf<Get<'/api/v1/admin/users'>>;
export type StudioSettings = Get<'/api/v1/admin/studio'>;
export type Delivery = ItemOf<Get<'/api/v1/admin/messages'>>;
export type Webhook = Get<'/api/v1/admin/webhooks/{id}'>;
export type WebhookDelivery = ItemOf<Get<'/api/v1/admin/webhooks/{id}/deliveries'>>;
export type JobQueue = ItemOf<Get<'/api/v1/admin/jobs'>>;
export type JobFailure = ItemOf<Get<'/api/v1/admin/jobs/failures'>>;

/** Query parameters of the schedule. */
export type SessionQuery = NonNullable<paths['/api/v1/sessions']['get']['parameters']['query']>;
