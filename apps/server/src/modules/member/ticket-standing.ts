import { type RawBuilder, sql } from 'kysely';
import { type Static, Type } from 'typebox';
import { Instant, Nullable, OneOf } from '#platform/http/schemas.ts';

/**
 * How a member stands for tickets:
 *
 * - `active`: has a ticket that books now or later: entries left, and neither ended nor revoked. Not begun counts, frozen too,
 *   because thawing it gives the time back.
 * - `expiring`: active, and every such ticket ends within the given days. One that is frozen, or starts with its first booking, has no
 *   end yet. How few entries are left does not matter: the row says it.
 * - `expired`: had tickets, and none is left to book with: ended, used up or revoked.
 * - `none`: never had a ticket.
 */
export const ticketStatuses = ['active', 'expiring', 'expired', 'none'] as const;
export type MemberTicketStatus = (typeof ticketStatuses)[number];

export const DEFAULT_EXPIRING_DAYS = 14;

/** The ticket that stands for the others: unlimited before limited, then the one that lasts longest; without one that books, the last to end. */
export const BestTicket = Type.Object({
  name: Type.String(),
  state: OneOf(['active', 'frozen', 'revoked']),
  entriesLeft: Nullable(Type.Integer({ description: 'null: unlimited' })),
  validUntil: Nullable(Instant),
});
export type BestTicket = Static<typeof BestTicket>;

/** The condition that the ticket `t` books now or later. */
export const books = sql<boolean>`(t.entries_left is distinct from 0 and (t.state = 'frozen' or (t.state = 'active' and (t.valid_until is null or t.valid_until > now()))))`;

const soon = (days: number) => sql<Temporal.Instant>`now() + make_interval(days => ${days})`;

/** The condition that the member `users` stands like that; filtering by `active` includes whoever is `expiring`. */
export function standsLike(status: MemberTicketStatus, days: number): RawBuilder<boolean> {
  const has = (condition: RawBuilder<boolean>) =>
    sql<boolean>`exists (select from tickets t where t.user_id = users.id and ${condition})`;
  const any = sql<boolean>`true`;
  switch (status) {
    case 'active':
      return has(books);
    case 'expiring': {
      const endsSoon = sql<boolean>`t.state = 'active' and t.valid_until > now() and t.valid_until <= ${soon(days)} and t.entries_left is distinct from 0`;
      const lasts = sql<boolean>`${books} and (t.state = 'frozen' or t.valid_until is null or t.valid_until > ${soon(days)})`;
      return sql`(${has(endsSoon)} and not ${has(lasts)})`;
    }
    case 'expired':
      return sql`(${has(any)} and not ${has(books)})`;
    case 'none':
      return sql`not ${has(any)}`;
  }
}

interface Standing {
  ticketStatus: MemberTicketStatus;
  bestTicket: BestTicket | null;
}

/** The standing of the member `users`, as a lateral join: one row for each. */
export function standingOf(days: number) {
  return sql<Standing>`(
    select
      case when count(*) = 0 then 'none'
        when not bool_or(${books}) then 'expired'
        when bool_and(t.state = 'active' and t.valid_until is not null and t.valid_until <= ${soon(days)}) filter (where ${books}) then 'expiring'
        else 'active' end as ticket_status,
      (array_agg(
        jsonb_build_object('name', t.name, 'state', t.state, 'entriesLeft', t.entries_left,
          'validUntil', to_char(t.valid_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        order by ${books} desc, (${books} and t.unlimited) desc, t.valid_until desc nulls first, t.id desc))[1] as best_ticket
    from tickets t where t.user_id = users.id
  )`.as<'standing'>('standing');
}
