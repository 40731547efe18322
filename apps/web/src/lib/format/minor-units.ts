const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * Money for a field to type in: `14.50`, or `1500` in a currency without smaller units.
 *
 * @param amountMinor integer in the currency's minor unit
 * @param currency ISO 4217
 */
export function toMajor(amountMinor: number, currency: string): string {
  const digits = digitsOf(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
}

/**
 * Reads what somebody has typed as money, with a point or a comma before the smaller units.
 *
 * @param currency ISO 4217; it says how many digits follow the point at most
 * @returns an integer in the currency's minor unit; null when it is no amount
 */
export function toMinor(typed: string, currency: string): number | null {
  const digits = digitsOf(currency);
  const [, whole, fraction = ''] = typed.trim().match(/^(\d{1,9})(?:[.,](\d*))?$/) ?? [];
  if (whole === undefined || fraction.length > digits) return null;
  return Number(whole + fraction.padEnd(digits, '0'));
}

/** What a field for money shows while it is empty: `0.00`. */
export const moneyPlaceholder = (currency: string): string => toMajor(0, currency);
