import type { Locale } from 'next-intl';

/** Each language in its own words, for those who look for theirs. */
export const languageNames: Record<Locale, string> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  sl: 'Slovenščina',
};
