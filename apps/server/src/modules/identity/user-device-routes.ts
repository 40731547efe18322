import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import type { App } from '#platform/http/app-types.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import { Id, IdParams, Page, PageQuery, problemResponses } from '#platform/http/schemas.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { Done } from './identity-fields.ts';
import { DeviceView, deviceView } from './identity-views.ts';
import { endDevice } from './log-out.ts';
import { listFamilies } from './refresh-family-store.ts';

const tags = ['Admin: users'];
const config = { access: 'admin' } as const;

const listSchema = {
  operationId: 'adminListDevices',
  tags,
  summary: 'Devices that are signed in to an account',
  params: IdParams,
  querystring: PageQuery,
  response: { 200: Page(DeviceView), ...problemResponses(401, 403) },
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
  app.get('/admin/users/:id/devices', { config, schema: listSchema }, async ({ params, query, actor }) => {
    const { limit = 50, cursor } = query;
    const [beforeId = null] = cursor ? decodeCursor(cursor, ['id']) : [];
    const families = await listFamilies(deps.db, params.id, { limit: limit + 1, beforeId });
    return page(
      families,
      limit,
      (family) => deviceView(family, actor.familyId),
      ({ id }) => [id],
    );
  });

  app.delete('/admin/users/:id/devices/:deviceId', { config, schema: endSchema }, async (request, reply) => {
    const { id: userId, deviceId } = request.params;
    await endDevice(deps, auditActor(request), { userId, deviceId });
    return reply.code(204).send(null);
  });
}
