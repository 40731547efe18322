import { Type } from 'typebox';
import type { App } from '#platform/http/app-types.ts';
import { Nullable, problemResponses, TimeZone } from '#platform/http/schemas.ts';
import { eraseMember, type MemberEraser } from './erase-member.ts';
import { exportMemberData, type MemberDataExporter } from './export-member-data.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { Accepted, Done, Email, Locale, Name, NewPassword, Password } from './identity-fields.ts';
import { findCaller } from './identity-store.ts';
import { UserView, userView } from './identity-views.ts';
import { originOf } from './origin.ts';
import { createRefreshCookie } from './refresh-cookie.ts';
import { requestVerification } from './request-verification.ts';
import { updateProfile } from './update-profile.ts';

/** What other modules add to a member's rights over their data. */
export interface MemberDataHooks {
  exporters: readonly MemberDataExporter[];
  erasers: readonly MemberEraser[];
}

const tags = ['Me'];
const config = { access: 'member' } as const;

const getMeSchema = {
  operationId: 'getMe',
  tags,
  summary: 'My profile',
  response: { 200: UserView, ...problemResponses(401, 403) },
};

const updateMeSchema = {
  operationId: 'updateMe',
  tags,
  summary: 'Change my profile; `email` and `password` need `currentPassword`',
  description: 'A new password signs out all other devices. A new e-mail has to be verified again.',
  body: Type.Partial(
    Type.Object({
      name: Name,
      locale: Locale,
      timeZone: Nullable(TimeZone),
      email: Email,
      password: NewPassword,
      currentPassword: Password,
    }),
    { minProperties: 1 },
  ),
  response: { 200: UserView, ...problemResponses(401, 403, 409) },
};

const verificationSchema = {
  operationId: 'requestVerification',
  tags,
  summary: 'Send the link that verifies my e-mail address again',
  response: { 202: Accepted, ...problemResponses(401, 403) },
};

const eraseMeSchema = {
  operationId: 'eraseMe',
  tags,
  summary: 'Erase my account: personal data is removed, the books of the studio stay',
  body: Type.Object({ password: Password }),
  response: { 204: Done, ...problemResponses(401, 403, 409) },
};

const exportMeSchema = {
  operationId: 'exportMe',
  tags,
  summary: 'Everything that is stored about me',
  response: { 200: Type.Object({}, { additionalProperties: true }), ...problemResponses(401, 403) },
};

/** The caller's own account. */
export function meRoutes(app: App, deps: IdentityDeps & MemberDataHooks): void {
  const cookie = createRefreshCookie(deps.config.webUrl);

  app.get('/me', { config, schema: getMeSchema }, async (request) =>
    userView(await findCaller(deps.db, request.actor.userId)),
  );

  app.patch('/me', { config, schema: updateMeSchema }, async (request) =>
    userView(await updateProfile(deps, request.actor, request.body, originOf(request))),
  );

  app.post('/me/email-verification', { config, schema: verificationSchema }, async (request, reply) => {
    await requestVerification(deps, request.actor.userId);
    return reply.code(202).send({});
  });

  app.delete('/me', { config, schema: eraseMeSchema }, async (request, reply) => {
    const { userId } = request.actor;
    await eraseMember(deps, { userId, password: request.body.password }, originOf(request), deps.erasers);
    cookie.clear(reply);
    return reply.code(204).send(null);
  });

  app.get('/me/export', { config, schema: exportMeSchema }, async (request, reply) => {
    reply.header('content-disposition', 'attachment; filename="openmat-export.json"');
    return exportMemberData(deps.db, request.actor.userId, deps.exporters);
  });
}
