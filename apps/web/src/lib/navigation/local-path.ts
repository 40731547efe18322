/** Browsers read `//host`, `/\host` and paths with tabs or line breaks in them as other sites. */
const LOCAL_PATH = /^\/(?![/\\])[^\s\\]*$/;

/** A path of this site out of an address or an answer; null for anything else, so that nobody is sent away by a crafted link. */
export function localPath(value: unknown): string | null {
  return typeof value === 'string' && LOCAL_PATH.test(value) ? value : null;
}

/** The address of a page that returns to `next` when it is done. */
export function withNext(path: string, next: string | null): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path;
}
