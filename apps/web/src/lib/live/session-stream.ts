import { reportStream } from './connection.ts';
import type { SessionCounts } from './counts-log.ts';

const MIN_WAIT_MS = 1_000;
const MAX_WAIT_MS = 30_000;
const LOOK_MS = 5_000;

/** A timer that is so late has slept with the machine, and the connection may be dead without knowing. */
const SLEPT_MS = 20_000;

/** One failure may be a restart of the API; whoever fails again right after it has lost the connection. */
const LOST_AFTER = 2;

/**
 * Listens to the counters of some sessions while the page can be seen: hidden tabs would use up the few connections that a
 * browser allows to one origin. It goes on where it ended; where that is not possible, the API sends the present counters.
 *
 * @returns ends it
 */
export function listenToSessions(sessionIds: readonly string[], onCounts: (counts: SessionCounts) => void): () => void {
  const url = `/api/v1/sessions/stream?sessionIds=${sessionIds.join(',')}`;
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let errors = 0;
  let lastEventId = '';

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    source = new EventSource(lastEventId ? `${url}&lastEventId=${encodeURIComponent(lastEventId)}` : url);
    source.addEventListener('open', () => {
      failures = 0;
      errors = 0;
      reportStream(false);
    });
    source.addEventListener('session.counts', (event) => {
      lastEventId = event.lastEventId;
      onCounts(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      errors += 1;
      if (errors >= LOST_AFTER) reportStream(true);
      // A lost connection is taken up again by the browser, a refused one is not.
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, reopenDelay(failures));
      failures += 1;
    });
  };
  const follow = () => (document.visibilityState === 'visible' ? open() : close());

  document.addEventListener('visibilitychange', follow);
  window.addEventListener('online', follow);
  const stopWatching = whenAwake(follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    window.removeEventListener('online', follow);
    stopWatching();
    close();
    reportStream(false);
  };
}

/** Calls back when the machine has slept: neither the page nor the connection is told of that. */
function whenAwake(wake: () => void): () => void {
  let last = Date.now();
  const timer = setInterval(() => {
    const slept = Date.now() - last;
    last = Date.now();
    if (slept > SLEPT_MS) wake();
  }, LOOK_MS);
  return () => clearInterval(timer);
}

/** Spread out, so that not all pages come back at the same moment after a restart. */
function reopenDelay(failures: number): number {
  return Math.min(MIN_WAIT_MS * 2 ** failures, MAX_WAIT_MS) * (0.5 + Math.random());
}
