import { defineRouting } from 'next-intl/routing';

const YEAR_S = 365 * 24 * 3_600;

/** The languages the app speaks; the default has no prefix in its addresses. */
export const routing = defineRouting({
  locales: ['en', 'de', 'es', 'sl'],
  defaultLocale: 'en',
  localePrefix: 'as-needed',
  // Whoever has chosen a language meets it again.
  localeCookie: { maxAge: YEAR_S },
  // Pages that search engines should find name theirs (alternates.ts).
  alternateLinks: false,
});
