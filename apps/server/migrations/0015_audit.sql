-- Up Migration

-- The trigger of 0001 refuses every UPDATE and DELETE; TRUNCATE has a trigger of its own. The privileges say the same once more for
-- an application role that is no superuser, also when it owns the table.
create trigger audit_log_never_emptied before truncate on audit_log
  for each statement execute function refuse_change();
revoke update, delete, truncate on audit_log from public, current_user;

create index audit_log_action on audit_log (action, id desc);
create index audit_log_at on audit_log (at);

-- Down Migration

drop index audit_log_at;
drop index audit_log_action;
grant update, delete, truncate on audit_log to current_user;
drop trigger audit_log_never_emptied on audit_log;
