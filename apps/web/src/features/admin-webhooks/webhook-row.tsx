'use client';

import { useTranslations } from 'next-intl';
import { Link } from '#i18n/navigation.ts';
import type { Webhook } from '#lib/api/types.ts';
import { useEventText } from './use-event-text.ts';
import { WebhookBadge } from './webhook-badge.tsx';

/** How many events are named before the rest is counted. */
const MAX_NAMED = 3;

/** One webhook in the list. */
export function WebhookRow({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('adminWebhooks');
  const eventText = useEventText();
  const { id, url, description, eventTypes } = webhook;
  const named = eventTypes.slice(0, MAX_NAMED).map(eventText).join(' · ');
  const rest = eventTypes.length - MAX_NAMED;
  return (
    <li className="grid gap-x-6 gap-y-2 border-line border-b py-4 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h2 className="text-wrap">
          <Link
            href={`/admin/webhooks/${id}`}
            prefetch={false}
            className="break-all font-semibold underline-offset-4 hover:underline"
          >
            {url}
          </Link>
        </h2>
        {description && <p className="break-words">{description}</p>}
        <p className="text-muted text-sm">
          {named}
          {rest > 0 && ` · ${t('moreEvents', { count: rest })}`}
        </p>
      </div>
      <div className="md:text-right">
        <WebhookBadge webhook={webhook} />
      </div>
    </li>
  );
}
