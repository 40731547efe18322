import type { TabMessage } from './token-keeper.ts';

const CHANNEL = 'openmat-session';
const LOCK = 'openmat-refresh';

/** The channel between the tabs of this browser. */
export function openTabChannel(hear: (message: TabMessage) => void): (message: TabMessage) => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<TabMessage>) => hear(event.data));
  return (message) => channel.postMessage(message);
}

/**
 * Runs `work` while no other tab of this browser runs it.
 *
 * Locks exist on secure origins only. Without them (a phone that opens a development machine by its address) tabs may
 * refresh at the same time, which the API allows within its grace.
 */
export function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(LOCK, work) : work();
}
