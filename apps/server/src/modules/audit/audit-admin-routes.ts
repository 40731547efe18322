import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import type { App, Routes } from '#platform/http/app-types.ts';
import { type CsvColumns, jsonOrCsv } from '#platform/http/csv.ts';
import { Id, Instant, OneOf, Page, problemResponses } from '#platform/http/schemas.ts';
import { auditActions, auditedEntities } from './audit-actions.ts';
import { AuditView, auditedRoles, listAudit } from './audit-read-model.ts';

const listSchema = {
  operationId: 'adminListAudit',
  tags: ['Admin: audit'],
  summary: 'Who of the studio did what, newest first',
  querystring: Type.Object({
    ...ListQuery.properties,
    actorId: Type.Optional(Id),
    actorRole: Type.Optional(OneOf(auditedRoles)),
    action: Type.Optional(OneOf(auditActions)),
    entity: Type.Optional(OneOf(auditedEntities)),
    entityId: Type.Optional(Type.String({ maxLength: 100 })),
    memberId: Type.Optional({
      ...Id,
      description: 'What was done to this member: account, tickets, bookings, payments',
    }),
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
  }),
  response: { 200: jsonOrCsv(Page(AuditView)), ...problemResponses(401, 403) },
};

const columns: CsvColumns<AuditView> = {
  id: ({ id }) => id,
  at: ({ at }) => at,
  actor: ({ actor }) => actor.name,
  role: ({ actor }) => actor.role,
  action: ({ action }) => action,
  entity: ({ entity }) => entity,
  entity_id: ({ entityId }) => entityId,
  about: ({ entityId, labels }) => labels[entityId]?.name,
  before: ({ before }) => before && JSON.stringify(before),
  after: ({ after }) => after && JSON.stringify(after),
  reason: ({ reason }) => reason,
};

/** The audit log. It is only ever read here: rows are written in the transactions they tell about. */
export function auditRoutes({ db }: { db: Database }): Routes {
  return (app: App) => {
    app.get('/admin/audit', { config: adminList, schema: listSchema }, ({ query }, reply) =>
      answerList(reply, query, (limit, cursor) => listAudit(db, query, limit, cursor), { name: 'audit', columns }),
    );
  };
}
