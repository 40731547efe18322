import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { AppError } from '#platform/http/app-error.ts';
import type { App } from '#platform/http/app-types.ts';
import { Nullable, problemResponses } from '#platform/http/schemas.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { authConfig as config, Done, Token } from './identity-fields.ts';
import { SignInView, signInView } from './identity-views.ts';
import { logOut, logOutAll } from './log-out.ts';
import { originOf } from './origin.ts';
import { createRefreshCookie, type RefreshCookie } from './refresh-cookie.ts';
import { refreshTokens } from './refresh-tokens.ts';

const tags = ['Sign-in'];
/** Without a body the cookie is used. */
const RefreshBody = Nullable(Type.Object({ refreshToken: Type.Optional(Token) }));
const byCookie = { refreshCookie: [] };
const orWithout = {};

const refreshSchema = {
  operationId: 'refresh',
  tags,
  summary: 'Exchange the refresh token for its successor and a new access token',
  security: [byCookie],
  body: RefreshBody,
  response: { 200: SignInView, ...problemResponses(401, 403) },
};

const logOutSchema = {
  operationId: 'logOut',
  tags,
  summary: 'Sign out this device',
  security: [byCookie, orWithout],
  body: RefreshBody,
  response: { 204: Done, ...problemResponses() },
};

const logOutAllSchema = {
  operationId: 'logOutAll',
  tags,
  summary: 'Sign out all devices of this account',
  security: [byCookie],
  body: RefreshBody,
  response: { 204: Done, ...problemResponses(401, 403) },
};

/** Refresh and log out, by cookie or by a token in the body. */
export function refreshRoutes(app: App, deps: IdentityDeps): void {
  const cookie = createRefreshCookie(deps.config.webUrl);

  app.post('/auth/refresh', { config, schema: refreshSchema }, async (request, reply) => {
    const { token, inBody } = presentedToken(cookie, request, request.body);
    const signedIn = await forgetReused(cookie, reply, () => refreshTokens(deps, token, originOf(request)));
    if (!inBody) cookie.set(reply, signedIn.refreshToken, signedIn.refreshExpiresAt);
    return signInView(signedIn, inBody);
  });

  app.post('/auth/logout', { config, schema: logOutSchema }, async (request, reply) => {
    await logOut(deps, request.body?.refreshToken ?? cookie.read(request));
    cookie.clear(reply);
    return reply.code(204).send(null);
  });

  app.post('/auth/logout-all', { config, schema: logOutAllSchema }, async (request, reply) => {
    const { token } = presentedToken(cookie, request, request.body);
    await forgetReused(cookie, reply, () => logOutAll(deps, token, originOf(request)));
    cookie.clear(reply);
    return reply.code(204).send(null);
  });
}

function presentedToken(
  cookie: RefreshCookie,
  request: FastifyRequest,
  body: Static<typeof RefreshBody>,
): { token: string; inBody: boolean } {
  const token = body?.refreshToken ?? cookie.read(request);
  if (!token) throw new AppError('unauthenticated');
  return { token, inBody: body?.refreshToken !== undefined };
}

/**
 * Clears the cookie only when it was used twice. In every other refusal another tab may have signed in meanwhile, and its
 * new cookie must survive our answer.
 */
async function forgetReused<T>(cookie: RefreshCookie, reply: FastifyReply, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === 'refresh_reused') cookie.clear(reply);
    throw error;
  }
}
