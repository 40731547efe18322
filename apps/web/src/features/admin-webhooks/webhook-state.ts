import type { Tone } from '#components/ui/badge.tsx';
import type { Webhook } from '#lib/api/types.ts';

/** How a webhook stands: it is on, or off for a reason. */
export type WebhookState = 'active' | NonNullable<Webhook['disabledReason']>;

export const stateTone: Record<WebhookState, Tone> = {
  active: 'good',
  admin: 'neutral',
  gone: 'trouble',
  failing: 'trouble',
};

export function stateOf({ state, disabledReason }: Pick<Webhook, 'state' | 'disabledReason'>): WebhookState {
  return state === 'active' ? 'active' : (disabledReason ?? 'admin');
}

/** What to call a webhook in a few words: where it leads to. */
export function hostOf({ url }: Pick<Webhook, 'url'>): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
