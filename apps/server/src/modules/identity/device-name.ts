/** In this order: nearly all of them name the ones further down as well. */
const BROWSERS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['Edge', /Edg/],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser/],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
];

const SYSTEMS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
];

/**
 * The browser and the system that a user agent names, or null when either is unknown.
 *
 * Whoever signs in writes the user agent; only names from these lists get to where its reader trusts them, such as a mail.
 */
export function deviceName(userAgent: string | null): { browser: string; system: string } | null {
  const browser = BROWSERS.find(([, sign]) => sign.test(userAgent ?? ''))?.[0];
  const system = SYSTEMS.find(([, sign]) => sign.test(userAgent ?? ''))?.[0];
  return browser && system ? { browser, system } : null;
}
