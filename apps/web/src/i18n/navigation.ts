import { createNavigation } from 'next-intl/navigation';
import { routing } from './routing.ts';

/** Links and navigation that keep the language; use these instead of Next's own. */
export const { Link, usePathname, useRouter, getPathname, redirect } = createNavigation(routing);
