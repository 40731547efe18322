/**
 * A cookie with the time zone in which somebody last read times here, so that the server can write "your time" where it differs
 * from the studio's: a line that came with the script would push the page down.
 */
export const ZONE_HINT = 'openmat_zone';

const LIFETIME_SECONDS = 60 * 60 * 24 * 60;

/** Reads the hint out of a cookie's value; null unless it names a time zone. */
export function parseZoneHint(value: string | undefined): string | null {
  if (!value) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

export function writeZoneHint(timeZone: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the CookieStore API exists on secure origins only.
  document.cookie = `${ZONE_HINT}=${timeZone}; path=/; max-age=${LIFETIME_SECONDS}; samesite=lax`;
}
