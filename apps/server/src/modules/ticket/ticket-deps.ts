import type { Database } from '#platform/db/database.ts';
import type { TicketService } from './ticket-service.ts';

/** What the routes of tickets work with. */
export interface TicketDeps {
  db: Database;
  tickets: TicketService;
}
