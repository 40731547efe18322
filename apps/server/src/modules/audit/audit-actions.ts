/**
 * Everything that the audit log can tell of, by what it happened to. `recordAudit` takes nothing else, so that a new action cannot be
 * forgotten where the log is shown and filtered.
 */
const verbs = {
  booking: ['cancel', 'check_in', 'create', 'undo_check_in'],
  class: ['create', 'delete', 'restore', 'update'],
  closed_day: ['create', 'delete'],
  import: ['run'],
  instructor: ['create', 'delete', 'restore', 'update'],
  job: ['delete', 'retry'],
  location: ['create', 'delete', 'restore', 'update'],
  message: ['resend'],
  payment: ['accept', 'refund'],
  series: ['change', 'create', 'divide', 'end'],
  session: ['cancel', 'change', 'create', 'delete'],
  studio: ['update'],
  ticket: ['adjust', 'freeze', 'grant', 'revoke', 'unfreeze'],
  ticket_plan: ['archive', 'change', 'create'],
  user: ['change', 'create', 'end_device', 'erase', 'refresh_reused'],
  webhook: ['change', 'create', 'delete', 'disable', 'redeliver', 'rotate_secret', 'test'],
} as const;

type Verbs = typeof verbs;

/** What something can happen to. */
export type AuditedEntity = keyof Verbs;

/** What was done, as `entity.verb`. */
export type AuditAction = { [Entity in AuditedEntity]: `${Entity}.${Verbs[Entity][number]}` }[AuditedEntity];

export const auditedEntities = Object.keys(verbs) as AuditedEntity[];
export const auditActions = Object.entries(verbs).flatMap(([entity, own]) =>
  own.map((verb) => `${entity}.${verb}`),
) as AuditAction[];
