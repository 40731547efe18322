import type { IdentityDeps } from '#modules/identity/index.ts';
import type { TicketService } from '#modules/ticket/index.ts';

/** What the routes about members work with. */
export interface MemberDeps extends Pick<IdentityDeps, 'db' | 'oneTimeTokens' | 'jobs'> {
  tickets: TicketService;
}
