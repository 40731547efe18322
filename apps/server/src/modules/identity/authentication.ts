import type { FastifyRequest, RouteOptions } from 'fastify';
import { fastifyPlugin } from 'fastify-plugin';
import type { Database } from '#platform/db/database.ts';
import type { Access, Actor, Role } from '#platform/http/access.ts';
import { AppError } from '#platform/http/app-error.ts';
import type { AccessTokens } from './access-token.ts';

interface AuthenticationOptions {
  db: Database;
  accessTokens: AccessTokens;
}

declare module 'fastify' {
  interface FastifySchema {
    /** Who may call the route, for readers of the OpenAPI document. */
    'x-access'?: Access;
  }
}

type Guard = (request: FastifyRequest) => Promise<void>;

const BEARER = /^Bearer (\S+)$/i;

/**
 * Guards every route by the `access` it declares, and describes that in the OpenAPI document.
 *
 * A route without one, or one below `/admin` that a member could call, stops the start: nobody can forget it.
 */
export const authenticationPlugin = fastifyPlugin<AuthenticationOptions>(async (app, { db, accessTokens }) => {
  app.decorateRequest('actor');

  const authenticate: Guard = async (request) => {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw new AppError('unauthenticated');
    request.actor = accessTokens.verify(token);
  };

  // A token outlives a demotion or a block by minutes; the row does not.
  const recheck =
    (allowed: readonly Role[]): Guard =>
    async (request) => {
      request.actor = { ...request.actor, role: await currentRole(db, request.actor) };
      if (!allowed.includes(request.actor.role)) throw new AppError('forbidden');
    };

  const guards: Record<Access, Guard[]> = {
    public: [],
    member: [authenticate],
    staff: [authenticate, recheck(['staff', 'admin'])],
    admin: [authenticate, recheck(['admin'])],
  };

  app.addHook('onRoute', (route) => {
    const access = accessOf(route);
    route.schema = { ...route.schema, 'x-access': access };
    if (access === 'public') {
      route.schema = { security: [], ...route.schema };
      return;
    }
    route.onRequest = [...guards[access], ...[route.onRequest ?? []].flat()];
    route.schema.security = [{ accessToken: [] }];
  });
});

function accessOf(route: RouteOptions): Access {
  const access = route.config?.access;
  if (route.method === 'HEAD' && access === undefined) return 'public';
  if (access === undefined) throw new Error(`${route.method} ${route.url} does not declare its access`);
  if (route.url.includes('/admin/') && access !== 'staff' && access !== 'admin') {
    throw new Error(`${route.method} ${route.url} is an admin route with access ${access}`);
  }
  return access;
}

async function currentRole(db: Database, actor: Actor): Promise<Role> {
  const user = await db
    .selectFrom('users')
    .select(['role', 'blockedAt', 'deletedAt'])
    .where('id', '=', actor.userId)
    .executeTakeFirst();
  if (!user || user.deletedAt) throw new AppError('unauthenticated');
  if (user.blockedAt) throw new AppError('account_blocked');
  return user.role;
}
