import type { Locale } from 'next-intl';
import { routing } from './routing.ts';

/** The languages of the app in which a studio wants to be seen; all of them when it names none that the app speaks. */
export function offeredLocales(studioLocales: readonly string[] = []): readonly Locale[] {
  const wanted = new Set(studioLocales.map(languageOf));
  const offered = routing.locales.filter((locale) => wanted.has(locale));
  return offered.length > 0 ? offered : routing.locales;
}

/** `de` for `de-AT`. */
export function languageOf(locale: string): string {
  return locale.split('-', 1)[0]?.toLowerCase() ?? '';
}
