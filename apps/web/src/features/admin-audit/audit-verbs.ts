import type { AuditRow } from '#lib/api/types.ts';

export type AuditedEntity = AuditRow['entity'];
type VerbOf<Action extends string, Entity extends string> = Action extends `${Entity}.${infer Verb}` ? Verb : never;

/** Everything that can be in the log, by what it happened to; the types see to it that it is what the API names. */
export const auditVerbs = {
  booking: ['create', 'cancel', 'check_in', 'undo_check_in'],
  class: ['create', 'update', 'delete', 'restore'],
  closed_day: ['create', 'delete'],
  import: ['run'],
  instructor: ['create', 'update', 'delete', 'restore'],
  job: ['retry', 'delete'],
  location: ['create', 'update', 'delete', 'restore'],
  message: ['resend'],
  payment: ['refund', 'accept'],
  series: ['create', 'change', 'divide', 'end'],
  session: ['create', 'change', 'cancel', 'delete'],
  studio: ['update'],
  ticket: ['grant', 'adjust', 'freeze', 'unfreeze', 'revoke'],
  ticket_plan: ['create', 'change', 'archive'],
  user: ['create', 'change', 'end_device', 'erase', 'refresh_reused'],
  webhook: ['create', 'change', 'rotate_secret', 'test', 'redeliver', 'disable', 'delete'],
} as const satisfies { [Entity in AuditedEntity]: readonly VerbOf<AuditRow['action'], Entity>[] };

export const auditedEntities = Object.keys(auditVerbs) as AuditedEntity[];

export const isAudited = (name: string): name is AuditedEntity => auditedEntities.some((known) => known === name);
