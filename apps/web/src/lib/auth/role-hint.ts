import type { Role } from './session-state.ts';

/**
 * A cookie that says who was signed in here last, so that the server renders the right frame at once and a visitor who never
 * signed in is not asked for a token. It opens nothing: what a user may do is decided by the API.
 */
export const ROLE_HINT = 'openmat_role';

const LIFETIME_SECONDS = 60 * 60 * 24 * 60;

/** Reads the hint out of a cookie's value. */
export function parseRoleHint(value: string | undefined): Role | null {
  return value === 'member' || value === 'staff' || value === 'admin' ? value : null;
}

export function writeRoleHint(role: Role | null): void {
  const life = role ? LIFETIME_SECONDS : 0;
  // biome-ignore lint/suspicious/noDocumentCookie: the CookieStore API exists on secure origins only.
  document.cookie = `${ROLE_HINT}=${role ?? ''}; path=/; max-age=${life}; samesite=lax`;
}
