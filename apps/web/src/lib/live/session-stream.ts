import type { SessionCounts } from './counts-log.ts';

const MIN_WAIT_MS = 1_000;
const MAX_WAIT_MS = 30_000;

/**
 * Listens to the counters of some sessions while the page can be seen: hidden tabs would use up the few connections that a
 * browser allows to one origin. The API sends the present counters whenever the stream begins, so nothing is missed.
 *
 * @returns ends it
 */
export function listenToSessions(sessionIds: readonly string[], onCounts: (counts: SessionCounts) => void): () => void {
  const url = `/api/v1/sessions/stream?sessionIds=${sessionIds.join(',')}`;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    source = new EventSource(url);
    source.addEventListener('open', () => {
      failures = 0;
    });
    source.addEventListener('session.counts', (event) => onCounts(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      // A lost connection is taken up again by the browser, a refused one is not.
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, reopenDelay(failures));
      failures += 1;
    });
  };
  const follow = () => (document.visibilityState === 'visible' ? open() : close());

  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    close();
  };
}

/** Spread out, so that not all pages come back at the same moment after a restart. */
function reopenDelay(failures: number): number {
  return Math.min(MIN_WAIT_MS * 2 ** failures, MAX_WAIT_MS) * (0.5 + Math.random());
}
