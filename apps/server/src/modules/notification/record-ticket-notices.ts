import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { defineJob } from '#platform/jobs/define-job.ts';
import { dueTicketNotices, type NoticedTicket, type TicketNotice } from './due-ticket-notices.ts';
import type { NotificationDeps } from './notification-deps.ts';
import type { NewMessage } from './record-messages.ts';
import { recordUntold } from './record-untold.ts';

/** Tells members that a ticket runs out; by day, where the studio is. */
export const ticketNoticesJob = defineJob({
  name: 'notification-ticket-notices',
  summary: 'Tells members that a ticket is nearly used up or expires.',
  payload: Type.Object({}),
  retryLimit: 2,
  retryDelaySeconds: 60,
  schedule: { cron: '10 8-20 * * *', timeZone: 'studio' },
});

/**
 * Tells members that a ticket is nearly used up, or expires with something left on it: once for each ticket, and again
 * when it was filled up or its validity was changed.
 */
export async function recordTicketNotices(
  deps: Pick<NotificationDeps, 'db' | 'jobs'>,
  now = Temporal.Now.instant(),
): Promise<void> {
  const byMember = Map.groupBy(await ticketsOfConcerned(deps.db, now), ({ userId }) => userId);
  const messages = [...byMember].flatMap(([userId, tickets]) =>
    dueTicketNotices(tickets, now).map((notice) => messageOf(userId, notice)),
  );
  await recordUntold(deps, messages);
}

/** All tickets that are still valid, of the members who have one about which there may be something to say. */
async function ticketsOfConcerned(
  db: Database,
  now: Temporal.Instant,
): Promise<(NoticedTicket & { userId: string })[]> {
  const { rows } = await sql<NoticedTicket & { userId: string }>`
    with concerned as (
      select distinct user_id from tickets
      where state = 'active' and valid_until > ${now}
        and (entries_left <= 1 or valid_until <= ${now}::timestamptz + interval '7 days')
    )
    select t.user_id as "userId", t.id, t.state, t.entries_left as "entriesLeft", t.valid_from as "validFrom",
      t.valid_until as "validUntil", l.*
    from concerned join tickets t using (user_id) cross join lateral (
      select coalesce(sum(entries) filter (where kind in ('grant', 'adjust') and entries > 0), 0)::integer as "entriesGranted",
        (count(*) filter (where kind in ('grant', 'adjust')))::integer as "topUps",
        coalesce(max(at), t.created_at) as "changedAt"
      from ticket_ledger where ticket_id = t.id
    ) l
    where t.state = 'active' and (t.valid_until is null or t.valid_until > ${now})
    order by t.id`.execute(db);
  return rows;
}

function messageOf(userId: string, { kind, ticket }: TicketNotice): NewMessage {
  const { id: ticketId, entriesLeft, validUntil, topUps } = ticket;
  if (kind === 'ticket_low') {
    const data = { ticketId, ...(entriesLeft !== null && { entriesLeft }) };
    return { userId, kind, cause: `ticket_low:${ticketId}:${topUps}`, data };
  }
  const data = { ticketId, ...(validUntil && { validUntil: validUntil.toString() }) };
  return { userId, kind, cause: `ticket_expiring:${ticketId}:${validUntil}`, data };
}
