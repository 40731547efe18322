import type { App } from '#platform/http/app-types.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import { IdParams, Page, PageQuery, problemResponses } from '#platform/http/schemas.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { Done } from './identity-fields.ts';
import { findCaller } from './identity-store.ts';
import { DeviceView, deviceView } from './identity-views.ts';
import { logOutDevice } from './log-out.ts';
import { listFamilies } from './refresh-family-store.ts';

const tags = ['Me'];
const config = { access: 'member' } as const;

const listSchema = {
  operationId: 'listMyDevices',
  tags,
  summary: 'Devices that are signed in to my account',
  querystring: PageQuery,
  response: { 200: Page(DeviceView), ...problemResponses(401, 403) },
};

const endSchema = {
  operationId: 'logOutMyDevice',
  tags,
  summary: 'Sign out one of my devices',
  params: IdParams,
  response: { 204: Done, ...problemResponses(401, 404) },
};

/** The caller's signed-in devices. */
export function deviceRoutes(app: App, deps: IdentityDeps): void {
  app.get('/me/devices', { config, schema: listSchema }, async (request) => {
    const { userId, familyId } = request.actor;
    const { limit = 50, cursor } = request.query;
    await findCaller(deps.db, userId);
    const [beforeId = null] = cursor ? decodeCursor(cursor, ['id']) : [];
    const families = await listFamilies(deps.db, userId, { limit: limit + 1, beforeId });
    return page(
      families,
      limit,
      (family) => deviceView(family, familyId),
      ({ id }) => [id],
    );
  });

  app.delete('/me/devices/:id', { config, schema: endSchema }, async (request, reply) => {
    await logOutDevice(deps, request.actor.userId, request.params.id);
    return reply.code(204).send(null);
  });
}
