import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import type { App } from '#platform/http/app-types.ts';
import { idempotencyKey } from '#platform/http/idempotency.ts';
import { IdempotencyHeaders, IdParams, OneOf, problemResponses } from '#platform/http/schemas.ts';
import { changeUser, type Unblock } from './change-user.ts';
import { createPerson } from './create-person.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { Email, Locale, Name } from './identity-fields.ts';
import { ManagedUserView, managedUserView } from './identity-views.ts';

const tags = ['Admin: users'];
const config = { access: 'admin' } as const;
const RoleName = OneOf(['member', 'staff', 'admin']);

const createSchema = {
  operationId: 'adminCreateUser',
  tags,
  summary: 'Make an account for somebody; a mail lets them choose a password',
  headers: IdempotencyHeaders,
  body: Type.Object(
    { email: Email, name: Name, role: Type.Optional(RoleName), locale: Type.Optional(Locale) },
    { additionalProperties: false },
  ),
  response: { 201: ManagedUserView, ...problemResponses(401, 403, 409) },
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
      version: Type.Optional(
        Type.String({ maxLength: 60, description: 'Refused when the account has another by now' }),
      ),
    },
    { minProperties: 1 },
  ),
  response: { 200: ManagedUserView, ...problemResponses(401, 403, 404, 409) },
};

/** Accounts, for admins. */
export function userAdminRoutes(app: App, deps: IdentityDeps & { unblock: Unblock }): void {
  app.post('/admin/users', { config, schema: createSchema }, async (request, reply) => {
    const by = auditActor(request);
    const user = await createPerson(deps, request.body, by, idempotencyKey(request), managedUserView);
    return reply.code(201).send(user);
  });

  app.patch('/admin/users/:id', { config, schema: changeSchema }, async (request) =>
    managedUserView(await changeUser(deps, auditActor(request), request.params.id, request.body)),
  );
}
