import { languageOf, offeredLocales } from './offered-locales.ts';

export interface StudioLanguages {
  locales: readonly string[];
  defaultLocale: string;
}

/**
 * What a visitor would like to read as far as the studio offers it, and after that the studio's own language.
 *
 * @param accepted the `Accept-Language` of the browser
 * @param studio null when it cannot be asked
 * @returns another `Accept-Language`
 */
export function preferredLanguages(accepted: string, studio: StudioLanguages | null): string {
  const offered: readonly string[] = offeredLocales(studio?.locales);
  const kept = accepted
    .split(',')
    .map((range) => range.trim())
    .filter((range) => offered.includes(languageOf(range.split(';', 1)[0] ?? '')));
  const own = languageOf(studio?.defaultLocale ?? '');
  return [...kept, ...(offered.includes(own) ? [`${own};q=0.001`] : [])].join(', ');
}
