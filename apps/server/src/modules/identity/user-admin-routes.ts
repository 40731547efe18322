import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { found } from '#platform/http/app-error.ts';
import type { App } from '#platform/http/app-types.ts';
import { page } from '#platform/http/cursor.ts';
import { IdParams, OneOf, Page, PageQuery, problemResponses } from '#platform/http/schemas.ts';
import { changeUser, type Unblock } from './change-user.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { findUserById } from './identity-store.ts';
import { ManagedUserView, managedUserView } from './identity-views.ts';
import { listUsers } from './list-users.ts';

const tags = ['Admin: users'];
const config = { access: 'admin' } as const;
const RoleName = OneOf(['member', 'staff', 'admin']);

const listSchema = {
  operationId: 'adminListUsers',
  tags,
  summary: 'Accounts, newest first',
  querystring: Type.Object({
    ...PageQuery.properties,
    q: Type.Optional(Type.String({ maxLength: 200, description: 'Part of a name or an e-mail' })),
    role: Type.Optional(RoleName),
  }),
  response: { 200: Page(ManagedUserView), ...problemResponses(401, 403) },
};

const getSchema = {
  operationId: 'adminGetUser',
  tags,
  summary: 'One account',
  params: IdParams,
  response: { 200: ManagedUserView, ...problemResponses(401, 403, 404) },
};

const changeSchema = {
  operationId: 'adminChangeUser',
  tags,
  summary: 'Change the role of an account, block or unblock it; a block ends all its sign-ins',
  params: IdParams,
  body: Type.Object(
    {
      role: Type.Optional(RoleName),
      blocked: Type.Optional(Type.Boolean()),
      reason: Type.Optional(Type.String({ maxLength: 500 })),
    },
    { minProperties: 1 },
  ),
  response: { 200: ManagedUserView, ...problemResponses(401, 403, 404, 409) },
};

/** Accounts, for admins. */
export function userAdminRoutes(app: App, deps: IdentityDeps & { unblock: Unblock }): void {
  app.get('/admin/users', { config, schema: listSchema }, async (request) => {
    const { limit = 50, ...filter } = request.query;
    const users = await listUsers(deps.db, { ...filter, limit });
    return page(users, limit, managedUserView, ({ createdAt, id }) => [createdAt.toString(), id]);
  });

  app.get('/admin/users/:id', { config, schema: getSchema }, async (request) =>
    managedUserView(found(await findUserById(deps.db, request.params.id), 'user')),
  );

  app.patch('/admin/users/:id', { config, schema: changeSchema }, async (request) =>
    managedUserView(await changeUser(deps, auditActor(request), request.params.id, request.body)),
  );
}
