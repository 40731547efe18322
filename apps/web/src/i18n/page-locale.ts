import { hasLocale, type Locale } from 'next-intl';
import { routing } from './routing.ts';

/** The language of a route that is no page, from its address: those have no root parameters to ask. */
export function pageLocale(segment: string): Locale {
  return hasLocale(routing.locales, segment) ? segment : routing.defaultLocale;
}
