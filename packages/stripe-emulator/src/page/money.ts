/** An amount in minor units as people read it, e.g. `€120.00`. The currency knows its own number of decimals. */
export function formatMoney(amount: number, currency: string, locale: string | null): string {
  const language = locale === null || locale === 'auto' ? 'en' : locale;
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** decimals);
}
