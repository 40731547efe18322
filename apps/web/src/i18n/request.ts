import { locale as rootLocale } from 'next/root-params';
import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { loadStudio } from '#lib/api/load-studio.ts';
import { formats } from '#lib/format/formats.ts';
import { routing } from './routing.ts';

export default getRequestConfig(async ({ locale: explicit }) => {
  const requested = explicit ?? (await rootLocale());
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const { default: messages } = await import(`../../messages/${locale}.json`);
  const { timeZone } = await loadStudio();
  return { locale, messages, formats, timeZone };
});
