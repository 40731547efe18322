-- Up Migration

-- What Stripe took for a payment in quarantine, for the admin who decides about it.
alter table payments
  add column received_minor integer constraint payments_received_not_negative check (received_minor >= 0),
  add column received_currency text constraint payments_received_currency_iso check (received_currency ~ '^[A-Z]{3}$'),
  add constraint payments_received_whole check ((received_minor is null) = (received_currency is null));

-- The list of one status; some, such as quarantined, are rare among very many.
create index payments_status on payments (status, id desc);

-- Down Migration

drop index payments_status;
alter table payments drop column received_currency, drop column received_minor;
