-- Up Migration

-- The order of the list of payments, and its range of days. Not a range of ids: those begin with the time at which a row was
-- written, which is another one for payments that were written down later.
create index payments_created on payments (created_at, id);

-- Why a refund failed, for the admin who asked for it: a code, or what Stripe said.
alter table refunds add column failure text;

-- What was taken at the front desk, outside of Stripe. A ticket that was given away has no row.
create table desk_sales (
  ticket_id uuid primary key references tickets,
  amount_minor integer not null constraint desk_sales_amount_not_negative check (amount_minor >= 0),
  currency text not null constraint desk_sales_currency_iso check (currency ~ '^[A-Z]{3}$'),
  method text not null constraint desk_sales_method check (method in ('cash', 'card_terminal')),
  sold_by uuid references users,
  sold_at timestamptz not null default now()
);
create index desk_sales_sold on desk_sales (sold_at) include (amount_minor, currency);

-- Until now the audit log alone knew of them.
insert into desk_sales (ticket_id, amount_minor, currency, method, sold_by, sold_at)
select t.id, (a.after ->> 'paidMinor')::integer, a.after ->> 'currency', a.after ->> 'paidWith', a.actor_id, a.at
from audit_log a join tickets t on t.id::text = a.entity_id
where a.action = 'ticket.grant' and a.after ->> 'paidWith' in ('cash', 'card_terminal')
on conflict do nothing;

-- Down Migration

drop table desk_sales;
alter table refunds drop column failure;
drop index payments_created;
