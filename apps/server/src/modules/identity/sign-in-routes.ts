import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { App } from '#platform/http/app-types.ts';
import { OneOf, problemResponses } from '#platform/http/schemas.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { authConfig as config, Email, Locale, Name, NewPassword, Password } from './identity-fields.ts';
import { SignInView, signInView } from './identity-views.ts';
import { logIn } from './log-in.ts';
import { originOf } from './origin.ts';
import { createRefreshCookie } from './refresh-cookie.ts';
import { registerMember } from './register-member.ts';
import type { SignIn } from './sign-in.ts';

const tags = ['Sign-in'];
/** `body` answers the refresh token in the body too, for clients that do not keep cookies. */
const tokenDelivery = Type.Optional(OneOf(['cookie', 'body']));

const registerSchema = {
  operationId: 'register',
  tags,
  summary: 'Create an account and sign in',
  body: Type.Object({
    email: Email,
    password: NewPassword,
    name: Name,
    locale: Type.Optional(Locale),
    tokenDelivery,
  }),
  response: { 201: SignInView, ...problemResponses(409) },
};

const logInSchema = {
  operationId: 'logIn',
  tags,
  summary: 'Sign in on this device',
  body: Type.Object({ email: Email, password: Password, tokenDelivery }),
  response: { 200: SignInView, ...problemResponses(401, 403) },
};

/** Register and log in. */
export function signInRoutes(app: App, deps: IdentityDeps): void {
  const cookie = createRefreshCookie(deps.config.webUrl);
  const answer = (reply: FastifyReply, signedIn: SignIn, delivery: 'cookie' | 'body' = 'cookie') => {
    cookie.set(reply, signedIn.refreshToken, signedIn.refreshExpiresAt);
    return signInView(signedIn, delivery === 'body');
  };

  app.post('/auth/register', { config, schema: registerSchema }, async (request, reply) => {
    const signedIn = await registerMember(deps, request.body, originOf(request));
    return reply.code(201).send(answer(reply, signedIn, request.body.tokenDelivery));
  });

  app.post('/auth/login', { config, schema: logInSchema }, async (request, reply) => {
    const signedIn = await logIn(deps, request.body, originOf(request));
    return answer(reply, signedIn, request.body.tokenDelivery);
  });
}
