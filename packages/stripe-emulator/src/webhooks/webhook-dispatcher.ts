import { newId } from '../core/ids.ts';
import type { DeliveryAttempt, DeliveryRecord, EventRecord } from '../core/records.ts';
import type { Store } from '../core/store.ts';
import { sendWebhook } from './send-webhook.ts';
import type { WebhookControls } from './webhook-controls.ts';

export interface DispatcherOptions {
  store: Store;
  controls: WebhookControls;
  /** Milliseconds since the epoch. */
  clock: () => number;
  /** Where events go; null to deliver none. */
  url: string | null;
  secret: string;
  /** The wait after the first failed attempt; it doubles with every further one, up to `maxRetryMs`. */
  firstRetryMs: number;
  maxRetryMs: number;
  timeoutMs: number;
  /** How long events are held while the `reorder` control is on. */
  reorderWindowMs: number;
}

const CONCURRENCY = 8;
const ATTEMPTS_KEPT = 25;

/** As long as Stripe keeps trying. */
const GIVE_UP_AFTER_MS = 3 * 24 * 60 * 60 * 1000;

/** The longest wait of `setTimeout`; anything above fires at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Delivers events to the platform and keeps trying. What is pending is in the store, so it survives a restart. */
export class WebhookDispatcher {
  readonly #options: DispatcherOptions;
  readonly #pending: Map<string, DeliveryRecord>;
  readonly #inFlight = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();
  #reorderWindow = { endsAt: 0, held: 0 };
  #timer: NodeJS.Timeout | undefined;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    const pending = options.store.deliveries.oldestFirst().filter(({ state }) => state === 'pending');
    this.#pending = new Map(pending.map((delivery) => [delivery.id, delivery]));
  }

  /** Plans the deliveries of a new event, as the controls say at this moment. */
  enqueue(event: EventRecord): void {
    const { controls, url, clock } = this.#options;
    if (url === null) return;
    if (controls.take('drop')) {
      this.#plan(event, 'dropped', clock());
      return;
    }
    const copies = controls.take('duplicate') ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) this.#plan(event, 'pending', this.#firstDueAt());
    this.pump();
  }

  /** Delivers an event once more, at once, whatever `drop`, `delayMs` and `reorder` say. */
  resend(event: EventRecord): DeliveryRecord {
    const delivery = this.#plan(event, 'pending', this.#options.clock());
    this.pump();
    return delivery;
  }

  /** Starts every attempt that is due and sets the timer for the next one. */
  pump(): void {
    clearTimeout(this.#timer);
    if (this.#stopping.signal.aborted || this.#options.url === null) return;
    // One at a time while reordering, or the network could put the events back into order.
    const limit = this.#options.controls.settings.reorder ? 1 : CONCURRENCY;
    while (this.#inFlight.size < limit) {
      const next = this.#nextWaiting();
      if (!next) return;
      const wait = next.dueAt - this.#options.clock();
      if (wait > 0) {
        this.#timer = setTimeout(() => this.pump(), Math.min(wait, MAX_TIMER_MS));
        return;
      }
      this.#start(next);
    }
  }

  /** Ends the attempts under way (they stay pending) and starts no more. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#stopping.abort();
    await Promise.all(this.#inFlight.values());
  }

  #plan(event: EventRecord, state: 'pending' | 'dropped', dueAt: number): DeliveryRecord {
    const delivery = this.#options.store.deliveries.put({
      id: newId('dlv'),
      eventId: event.id,
      state,
      createdAt: this.#options.clock(),
      dueAt,
      attemptCount: 0,
      attempts: [],
    });
    if (state === 'pending') this.#pending.set(delivery.id, delivery);
    return delivery;
  }

  /** Within a reorder window each event is due just before the one held earlier. */
  #firstDueAt(): number {
    const { controls, clock, reorderWindowMs } = this.#options;
    const { delayMs, reorder } = controls.settings;
    const now = clock();
    if (!reorder) return now + delayMs;
    if (this.#reorderWindow.endsAt <= now) this.#reorderWindow = { endsAt: now + reorderWindowMs, held: 0 };
    this.#reorderWindow.held += 1;
    return this.#reorderWindow.endsAt - this.#reorderWindow.held + delayMs;
  }

  #nextWaiting(): DeliveryRecord | undefined {
    let next: DeliveryRecord | undefined;
    for (const delivery of this.#pending.values()) {
      if (this.#inFlight.has(delivery.id)) continue;
      if (!next || delivery.dueAt < next.dueAt) next = delivery;
    }
    return next;
  }

  #start(delivery: DeliveryRecord): void {
    const attempt = this.#attempt(delivery).finally(() => {
      this.#inFlight.delete(delivery.id);
      this.pump();
    });
    this.#inFlight.set(delivery.id, attempt);
  }

  async #attempt(delivery: DeliveryRecord): Promise<void> {
    const { controls, store, url, secret, timeoutMs, clock } = this.#options;
    const event = store.events.get(delivery.eventId);
    if (url === null) return;
    if (!event) return this.#finish(delivery, 'abandoned', null);
    const { signal } = this.#stopping;
    const attempt = controls.take('fail')
      ? { at: new Date().toISOString(), status: null, error: 'Failed by the `fail` control.', durationMs: 0 }
      : await sendWebhook({ url, secret, event, timeoutMs, signal });
    if (signal.aborted) return;
    if (attempt.error === null) return this.#finish(delivery, 'delivered', attempt);
    const isHopeless = clock() - delivery.createdAt > GIVE_UP_AFTER_MS;
    return this.#finish(delivery, isHopeless ? 'abandoned' : 'pending', attempt);
  }

  #finish(delivery: DeliveryRecord, state: DeliveryRecord['state'], attempt: DeliveryAttempt | null): void {
    const { store, clock, firstRetryMs, maxRetryMs } = this.#options;
    const attemptCount = delivery.attemptCount + (attempt ? 1 : 0);
    const wait = Math.min(firstRetryMs * 2 ** (attemptCount - 1), maxRetryMs);
    const attempts = attempt ? [...delivery.attempts, attempt].slice(-ATTEMPTS_KEPT) : delivery.attempts;
    const dueAt = state === 'pending' ? clock() + wait : delivery.dueAt;
    const updated = store.deliveries.put({ ...delivery, state, attemptCount, attempts, dueAt });
    if (state === 'pending') this.#pending.set(delivery.id, updated);
    else this.#pending.delete(delivery.id);
  }
}
