import { type NextRequest, NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { routing } from './i18n/routing.ts';
import { apiUrl } from './lib/api/api-url.ts';

const localize = createMiddleware(routing);

/**
 * One origin for the browser: what is below `/api` goes to the API, streams included; everything else is a page in a
 * language.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  return pathname.startsWith('/api/') ? NextResponse.rewrite(new URL(pathname + search, apiUrl())) : localize(request);
}

export const config = {
  // Pages have no dot in their address; files have.
  matcher: ['/api/:path*', '/((?!_next|.*\\..*).*)'],
};
