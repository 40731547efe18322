import type { Tx } from '#platform/db/database.ts';
import {
  type ChangedBy,
  changeTicket,
  freezeTicket,
  revokeTicket,
  type TicketChange,
  unfreezeTicket,
} from './change-ticket.ts';
import { grantTicket, grantTickets, type TicketGrant, type UnpaidGrant } from './grant-ticket.ts';
import type { TicketSeats } from './ticket-seats.ts';
import type { TicketRow } from './ticket-store.ts';

/**
 * Everything that happens to tickets apart from bookings. Each writes its ledger and audit rows in `tx`.
 *
 * @throws AppError `not_found`; `ticket_not_changeable` when the state of the ticket does not allow it
 */
export interface TicketService {
  grantTicket(tx: Tx, grant: TicketGrant): Promise<TicketRow>;
  /** Many at once, in a few statements. */
  grantTickets(tx: Tx, grants: readonly UnpaidGrant[]): Promise<void>;
  changeTicket(tx: Tx, ticketId: string, change: TicketChange, by: ChangedBy): Promise<TicketRow>;
  freezeTicket(tx: Tx, ticketId: string, by: ChangedBy): Promise<TicketRow>;
  unfreezeTicket(tx: Tx, ticketId: string, by: ChangedBy): Promise<TicketRow>;
  revokeTicket(tx: Tx, ticketId: string, by: ChangedBy): Promise<TicketRow>;
}

/** Binds the use cases to the seats that a ticket opens and holds. */
export function createTicketService({ seats }: { seats: TicketSeats }): TicketService {
  return {
    grantTicket: (tx, grant) => grantTicket(tx, seats, grant),
    grantTickets: (tx, grants) => grantTickets(tx, seats, grants),
    changeTicket: (tx, ticketId, change, by) => changeTicket(tx, seats, ticketId, change, by),
    freezeTicket,
    unfreezeTicket: (tx, ticketId, by) => unfreezeTicket(tx, seats, ticketId, by),
    revokeTicket: (tx, ticketId, by) => revokeTicket(tx, seats, ticketId, by),
  };
}
