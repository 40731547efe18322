import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'openmat_refresh';

/** The refresh token in a browser: out of reach of scripts, of other sites, and of every path but those that need it. */
export interface RefreshCookie {
  read(request: FastifyRequest): string | undefined;
  set(reply: FastifyReply, token: string, expires: Temporal.Instant): void;
  clear(reply: FastifyReply): void;
}

/** @param webUrl where browsers open the app; with https the cookie never travels without it */
export function createRefreshCookie(webUrl: string): RefreshCookie {
  const options: CookieSerializeOptions = {
    path: '/api/v1/auth',
    httpOnly: true,
    sameSite: 'strict',
    secure: webUrl.startsWith('https:'),
  };
  return {
    read: (request) => request.cookies[NAME],
    set: (reply, token, expires) => {
      reply.setCookie(NAME, token, { ...options, expires: new Date(expires.epochMilliseconds) });
    },
    clear: (reply) => {
      reply.clearCookie(NAME, options);
    },
  };
}
