/** `true`: every one; a number: that many, counted down; `false` or 0: none. */
export type Amount = boolean | number;

export interface WebhookSettings {
  /** Events that are never delivered (only `resend` brings them back). */
  drop: Amount;
  /** Events that are delivered twice. */
  duplicate: Amount;
  /** Milliseconds between an event and its first delivery attempt. */
  delayMs: number;
  /** Events are held for a moment and delivered newest first, one at a time. */
  reorder: boolean;
  /** Delivery attempts that fail before they reach the platform, and are tried again after the usual back-off. */
  fail: Amount;
}

export const normalDelivery: WebhookSettings = {
  drop: false,
  duplicate: false,
  delayMs: 0,
  reorder: false,
  fail: false,
};

/** What goes wrong with webhooks at the moment; set through the control API and kept until changed. */
export class WebhookControls {
  settings: WebhookSettings = normalDelivery;

  /** Whether this event or attempt is struck; if so it is counted. */
  take(control: 'drop' | 'duplicate' | 'fail'): boolean {
    const amount = this.settings[control];
    if (typeof amount === 'boolean') return amount;
    if (amount === 0) return false;
    this.settings = { ...this.settings, [control]: amount - 1 };
    return true;
  }
}
