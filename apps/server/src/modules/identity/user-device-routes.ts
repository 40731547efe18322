import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import type { App } from '#platform/http/app-types.ts';
import { jsonOrCsv } from '#platform/http/csv.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import { Id, IdParams, Page, problemResponses } from '#platform/http/schemas.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { Done } from './identity-fields.ts';
import { DeviceView, deviceColumns, deviceView } from './identity-views.ts';
import { endDevice } from './log-out.ts';
import { listFamilies, type RefreshFamily } from './refresh-family-store.ts';

const tags = ['Admin: users'];
const config = { access: 'admin' } as const;

const listSchema = {
  operationId: 'adminListDevices',
  tags,
  summary: 'Devices that are signed in to an account',
  params: IdParams,
  querystring: ListQuery,
  response: { 200: jsonOrCsv(Page(DeviceView)), ...problemResponses(401, 403) },
};

const endSchema = {
  operationId: 'adminEndDevice',
  tags,
  summary: 'Sign out one device of an account',
  params: Type.Object({ id: Id, deviceId: Id }),
  response: { 204: Done, ...problemResponses(401, 403, 404) },
};

/** The signed-in devices of any account, for admins. */
export function userDeviceRoutes(app: App, deps: IdentityDeps): void {
  app.get('/admin/users/:id/devices', { config: adminList, schema: listSchema }, (request, reply) => {
    const { params, query, actor } = request;
    const view = (family: RefreshFamily) => deviceView(family, actor.familyId);
    const load = async (limit: number, cursor?: string) => {
      const [beforeId = null] = cursor ? decodeCursor(cursor, ['id']) : [];
      const families = await listFamilies(deps.db, params.id, { limit: limit + 1, beforeId });
      return page(families, limit, view, ({ id }) => [id]);
    };
    return answerList(reply, query, load, { name: 'devices', columns: deviceColumns });
  });

  app.delete('/admin/users/:id/devices/:deviceId', { config, schema: endSchema }, async (request, reply) => {
    const { id: userId, deviceId } = request.params;
    await endDevice(deps, auditActor(request), { userId, deviceId });
    return reply.code(204).send(null);
  });
}
