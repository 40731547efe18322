import { type NextRequest, NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { routing } from './i18n/routing.ts';

const localize = createMiddleware(routing);

export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (pathname.startsWith('/api/')) {
    return NextResponse.rewrite(new URL(pathname + search, process.env.OPENMAT_API_URL ?? 'http://127.0.0.1:4000'));
  }
  return localize(request);
}

export const config = { matcher: ['/api/:path*', '/((?!_next|.*\\..*).*)'] };
