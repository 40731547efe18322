export { chooseTicket, isUsable, type TicketUse } from './choose-ticket.ts';
export {
  type Ticket,
  type TicketState,
  type TicketStatus,
  ticketStatus,
  type Validity,
  validityFrom,
} from './ticket.ts';
export type { TicketSeats } from './ticket-seats.ts';
