import { type NextRequest, NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { preferredLanguages } from './i18n/preferred-languages.ts';
import { routing } from './i18n/routing.ts';
import { studioLanguages } from './i18n/studio-languages.ts';
import { apiUrl } from './lib/api/api-url.ts';

const localize = createMiddleware(routing);

/**
 * One origin for the browser: what is below `/api` goes to the API, streams included; everything else is a page in a
 * language: that of the address, else the one chosen before, else what browser and studio agree on.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (pathname.startsWith('/api/')) return NextResponse.rewrite(new URL(pathname + search, apiUrl()));
  const studio = await studioLanguages(Date.now());
  request.headers.set('accept-language', preferredLanguages(request.headers.get('accept-language') ?? '', studio));
  return localize(request);
}

export const config = {
  // Pages have no dot in their address; files have. Pictures for link previews name their language themselves.
  matcher: ['/api/:path*', '/((?!_next|.*opengraph-image|.*\\..*).*)'],
};
