import type { Metadata } from 'next';
import { loadStudio } from '#lib/api/load-studio.ts';
import { getPathname } from './navigation.ts';
import { offeredLocales } from './offered-locales.ts';

/** Where a public page is in each language, for search engines. */
export async function alternatesOf(path: string): Promise<Metadata['alternates']> {
  const { locales } = await loadStudio();
  const languages = offeredLocales(locales).map((locale) => [locale, getPathname({ href: path, locale })]);
  return { languages: Object.fromEntries([...languages, ['x-default', path]]) };
}
