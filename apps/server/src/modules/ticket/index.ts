export { chooseTicket, type TicketUse } from './choose-ticket.ts';
export { exportTickets } from './export-tickets.ts';
export { grantOfPlan, type PlanTerms, type TicketGrant, type UnpaidGrant } from './grant-ticket.ts';
export { termsName } from './terms-name.ts';
export { type Ticket, type TicketStatus, ticketStatus, validityFrom } from './ticket.ts';
export { ticketRoutes } from './ticket-routes.ts';
export type { TicketSeats } from './ticket-seats.ts';
export { createTicketService, type TicketService } from './ticket-service.ts';
