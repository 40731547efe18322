import type { EventObject, EventType } from './records.ts';
import type { Store } from './store.ts';

/** What every operation of the emulator works on. */
export interface Context {
  readonly store: Store;
  /** Unix seconds, as in every Stripe object. */
  readonly now: () => number;
  /** Where a browser reaches this server, without a trailing slash. */
  readonly origin: () => string;
  /** Seconds until a delayed payment settles by itself. */
  readonly settleAfterSeconds: number;
  /** Records an event and hands it to the webhook dispatcher. */
  readonly emit: <T extends EventType>(type: T, object: EventObject<T>) => void;
}
