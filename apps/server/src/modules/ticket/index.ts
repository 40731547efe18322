export { chooseTicket, isUsable, type TicketUse } from './choose-ticket.ts';
export { exportTickets } from './export-tickets.ts';
export { grantOfPlan, type PlanTerms, type TicketGrant } from './grant-ticket.ts';
export {
  type Ticket,
  type TicketState,
  type TicketStatus,
  ticketStatus,
  type Validity,
  validityFrom,
} from './ticket.ts';
export { ticketRoutes } from './ticket-routes.ts';
export type { TicketSeats } from './ticket-seats.ts';
export { createTicketService, type TicketService } from './ticket-service.ts';
