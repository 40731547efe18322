import { defineRouting } from 'next-intl/routing';

/** The languages the app speaks; the default has no prefix in its addresses. */
export const routing = defineRouting({
  locales: ['en', 'de', 'es', 'sl'],
  defaultLocale: 'en',
  localePrefix: 'as-needed',
});
