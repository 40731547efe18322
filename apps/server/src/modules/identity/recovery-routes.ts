import { Type } from 'typebox';
import type { App } from '#platform/http/app-types.ts';
import { problemResponses } from '#platform/http/schemas.ts';
import { forgotPassword } from './forgot-password.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { Accepted, authConfig as config, Done, Email, NewPassword, Token } from './identity-fields.ts';
import { resetPassword } from './reset-password.ts';
import { verifyEmail } from './verify-email.ts';

const tags = ['Sign-in'];

const verifyEmailSchema = {
  operationId: 'verifyEmail',
  tags,
  summary: 'Verify the e-mail address with the token that was sent to it',
  body: Type.Object({ token: Token }),
  response: { 204: Done, ...problemResponses() },
};

const forgotPasswordSchema = {
  operationId: 'forgotPassword',
  tags,
  summary: 'Send a link to reset the password, if the address has an account',
  body: Type.Object({ email: Email }),
  response: { 202: Accepted, ...problemResponses() },
};

const resetPasswordSchema = {
  operationId: 'resetPassword',
  tags,
  summary: 'Set a new password with the token that was sent; signs out all devices',
  body: Type.Object({ token: Token, password: NewPassword }),
  response: { 204: Done, ...problemResponses() },
};

/** Verify the address, forget and reset the password. */
export function recoveryRoutes(app: App, deps: IdentityDeps): void {
  app.post('/auth/verify-email', { config, schema: verifyEmailSchema }, async (request, reply) => {
    await verifyEmail(deps, request.body.token);
    return reply.code(204).send(null);
  });

  app.post('/auth/forgot-password', { config, schema: forgotPasswordSchema }, async (request, reply) => {
    await forgotPassword(deps, request.body.email);
    return reply.code(202).send({});
  });

  app.post('/auth/reset-password', { config, schema: resetPasswordSchema }, async (request, reply) => {
    await resetPassword(deps, request.body.token, request.body.password);
    return reply.code(204).send(null);
  });
}
