import type { Locale } from 'next-intl';
import { languageOf } from '#i18n/offered-locales.ts';
import { routing } from '#i18n/routing.ts';
import type { StudioSettings } from '#lib/api/types.ts';

/** What the form of the studio's profile holds. */
export interface StudioValues {
  name: string;
  accentColor: string;
  currency: string;
  /** Languages that the app speaks. */
  languages: Locale[];
  defaultLanguage: string;
  timeZone: string;
}

export function studioValues({
  name,
  accentColor,
  currency,
  locales,
  defaultLocale,
  timeZone,
}: StudioSettings): StudioValues {
  const spoken = new Set(locales.map(languageOf));
  const languages = routing.locales.filter((locale) => spoken.has(locale));
  return { name, accentColor, currency, languages, defaultLanguage: languageOf(defaultLocale), timeZone };
}

/** The form for the API. A studio that chose a country with its language (`de-AT`) keeps it. */
export function studioPatch(values: StudioValues, saved: Pick<StudioSettings, 'locales' | 'defaultLocale'>) {
  const { languages, defaultLanguage, name, accentColor, currency, timeZone } = values;
  const known = [saved.defaultLocale, ...saved.locales];
  const localeOf = (language: string) => known.find((locale) => languageOf(locale) === language) ?? language;
  return {
    name: name.trim(),
    accentColor: accentColor.toLowerCase(),
    currency,
    locales: routing.locales.filter((language) => languages.includes(language)).map(localeOf),
    defaultLocale: localeOf(defaultLanguage),
    timeZone,
  };
}
