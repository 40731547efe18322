/**
 * Money for the screen.
 *
 * @param amountMinor integer in the currency's minor unit (cents; whole yen, as the yen has none)
 * @param currency ISO 4217
 */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const isWhole = amountMinor % 10 ** digits === 0;
  const shown = isWhole
    ? new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 })
    : format;
  return shown.format(amountMinor / 10 ** digits);
}
