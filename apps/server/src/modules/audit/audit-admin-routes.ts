import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { App, Routes } from '#platform/http/app-types.ts';
import { Id, Instant, Page, PageQuery, problemResponses } from '#platform/http/schemas.ts';
import { AuditView, listAudit } from './audit-read-model.ts';

const listSchema = {
  operationId: 'adminListAudit',
  tags: ['Admin: audit'],
  summary: 'Who of the studio did what, newest first',
  querystring: Type.Object({
    ...PageQuery.properties,
    actorId: Type.Optional(Id),
    action: Type.Optional(Type.String({ maxLength: 100, examples: ['session.cancel'] })),
    entity: Type.Optional(Type.String({ maxLength: 100, examples: ['session'] })),
    entityId: Type.Optional(Type.String({ maxLength: 100 })),
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
  }),
  response: { 200: Page(AuditView), ...problemResponses(401, 403) },
};

/** The audit log. It is only ever read here: rows are written in the transactions they tell about. */
export function auditRoutes({ db }: { db: Database }): Routes {
  return (app: App) => {
    app.get('/admin/audit', { config: { access: 'admin' }, schema: listSchema }, async ({ query }) => {
      const { limit = 50, cursor, ...filter } = query;
      return listAudit(db, filter, limit, cursor);
    });
  };
}
