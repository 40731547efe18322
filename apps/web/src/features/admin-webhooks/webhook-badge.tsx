'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import type { Webhook } from '#lib/api/types.ts';
import { stateOf, stateTone } from './webhook-state.ts';

/** How a webhook stands, and since when nothing arrives there. */
export function WebhookBadge({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('adminWebhooks');
  const format = useFormatter();
  const state = stateOf(webhook);
  const { failingSince } = webhook;
  return (
    <>
      <Badge tone={stateTone[state]}>{t(`states.${state}`)}</Badge>
      {failingSince && (
        <span className="block pt-1 text-sm text-trouble">
          {t('failingSince', { time: format.dateTime(new Date(failingSince), 'moment') })}
        </span>
      )}
    </>
  );
}
