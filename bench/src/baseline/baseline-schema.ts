import type pg from 'pg';

/**
 * The same booking without Openmat, as good as SQL alone can do it.
 *
 * `product`: on Openmat's own tables with all their indexes and constraints, ledger included, so that the work is
 * comparable. `minimal`: on tables with nothing but what a booking cannot do without; the stricter yardstick.
 */
export type Tables = 'product' | 'minimal';

/** The statements of one booking, with the parameters `:session`, `:member` and the `:ticket` that `lockTicket` finds. */
interface BookingStatements {
  lockSession: string;
  findBooking: string;
  lockTicket: string;
  insertBooking: string;
  countBooking: string;
  spendEntry: string;
}

const insertBooking: Record<Tables, string> = {
  product: `with new as (
      insert into public.bookings (session_id, user_id, ticket_id, starts_at, ends_at, state)
      select id, :member, :ticket, starts_at, ends_at, 'active' from public.sessions where id = :session returning id)
    insert into public.ticket_ledger (ticket_id, kind, entries, booking_id) select :ticket, 'spend', -1, id from new`,
  minimal: `insert into bench.bookings (session_id, user_id, ticket_id, state) values (:session, :member, :ticket, 'active')`,
};

function bookingStatements(tables: Tables): BookingStatements {
  const schema = tables === 'product' ? 'public' : 'bench';
  return {
    lockSession: `select capacity - active_count as free from ${schema}.sessions where id = :session for update`,
    findBooking: `select from ${schema}.bookings where session_id = :session and user_id = :member and state <> 'canceled'`,
    lockTicket: `select id as ticket from ${schema}.tickets where user_id = :member and state = 'active' and entries_left > 0
      and valid_until > now() order by valid_until limit 1 for update`,
    insertBooking: insertBooking[tables],
    countBooking: `update ${schema}.sessions set active_count = active_count + 1 where id = :session`,
    spendEntry: `update ${schema}.tickets set entries_left = entries_left - 1 where id = :ticket`,
  };
}

/** Everything in one statement on the minimal tables. */
const singleStatement = `
  with counted as (
    update bench.sessions set active_count = active_count + 1
    where id = :session and active_count < capacity and not exists (
      select from bench.bookings where session_id = :session and user_id = :member and state <> 'canceled')
    returning id),
  spent as (
    update bench.tickets set entries_left = entries_left - 1
    where exists (select from counted) and id = (
      select id from bench.tickets where user_id = :member and state = 'active' and entries_left > 0 and valid_until > now()
      order by valid_until limit 1)
    returning id)
  insert into bench.bookings (session_id, user_id, ticket_id, state)
  select counted.id, :member, spent.id, 'active' from counted, spent`;

/** How the booking reaches PostgreSQL: one PL/pgSQL call, one statement, or the statements of an ordinary transaction. */
export type Style = 'call' | 'statement' | 'transaction';

/** What a client sends for one booking, in order. */
export function sqlOfBooking(tables: Tables, style: Style): string[] {
  if (style === 'call') return [`select bench.book_${tables}(:session, :member)`];
  if (style === 'statement') return [singleStatement];
  return ['begin', ...Object.values(bookingStatements(tables)), 'commit'];
}

const minimalTables = `
  create table bench.sessions with (fillfactor = 80) as select id, capacity, active_count from sessions;
  alter table bench.sessions add primary key (id);
  create table bench.tickets with (fillfactor = 80) as select id, user_id, state, entries_left, valid_until from tickets;
  alter table bench.tickets add primary key (id);
  create index on bench.tickets (user_id);
  create table bench.bookings (
    id uuid primary key default uuidv7(),
    session_id uuid not null references bench.sessions,
    user_id uuid not null,
    ticket_id uuid not null references bench.tickets,
    state text not null,
    booked_at timestamptz not null default now()
  );
  create unique index on bench.bookings (session_id, user_id) where state <> 'canceled';`;

/** Creates the functions and the minimal tables beside a seeded studio. */
export async function createBaseline(client: pg.Client): Promise<void> {
  await client.query(minimalTables);
  await client.query(bookFunction('product'));
  await client.query(bookFunction('minimal'));
  await client.query('vacuum (analyze) bench.sessions, bench.tickets');
}

/** `bench.book_…(session, member)` gives the ticket that was spent; null when there was no booking. */
function bookFunction(tables: Tables): string {
  const { lockSession, findBooking, lockTicket, ...writes } = bookingStatements(tables);
  const body = `
      ${lockSession} into free;
      if coalesce(free, 0) <= 0 or exists (${findBooking}) then return; end if;
      ${lockTicket} into ticket;
      if ticket is null then return; end if;
      ${Object.values(writes).join(';\n')};`;
  return `create function bench.book_${tables}(session uuid, member uuid, out ticket uuid) language plpgsql as $function$
    #variable_conflict use_variable
    declare
      free integer;
    begin${body.replaceAll(/:(session|member|ticket)/g, '$1')}
    end
    $function$`;
}
