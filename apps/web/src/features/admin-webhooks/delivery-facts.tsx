'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import { Definition, DefinitionList } from '#components/ui/definition-list.tsx';
import type { WebhookDelivery } from '#lib/api/types.ts';
import { deliveryTone } from './delivery-search.ts';

/** What is known about one delivery, with what the event says. */
export function DeliveryFacts({ delivery }: { delivery: WebhookDelivery }) {
  const t = useTranslations('adminWebhooks');
  const format = useFormatter();
  const moment = (instant: string) => format.dateTime(new Date(instant), 'moment');
  const { event, status, attempts, lastAttemptAt, nextAttemptBy, deliveredAt } = delivery;
  const { lastStatusCode, lastError, responseExcerpt } = delivery;
  return (
    <DefinitionList>
      <Definition term={t('status')}>
        <Badge tone={deliveryTone[status]}>{t(`statuses.${status}`)}</Badge>
      </Definition>
      <Definition term={t('event')}>
        <Code>{event.type}</Code>
      </Definition>
      <Definition term={t('eventId')}>
        <Code>{event.id}</Code>
      </Definition>
      <Definition term={t('happened')}>{moment(event.occurredAt)}</Definition>
      <Definition term={t('attempts')}>{format.number(attempts)}</Definition>
      {lastAttemptAt && <Definition term={t('lastAttempt')}>{moment(lastAttemptAt)}</Definition>}
      {nextAttemptBy && (
        <Definition term={t('nextAttempt')}>{t('atLatest', { time: moment(nextAttemptBy) })}</Definition>
      )}
      {deliveredAt && <Definition term={t('deliveredAt')}>{moment(deliveredAt)}</Definition>}
      {lastError && (
        <Definition term={t('lastError')}>
          <Code>{lastError}</Code>
        </Definition>
      )}
      {lastStatusCode !== null && !lastError && <Definition term={t('lastAnswer')}>HTTP {lastStatusCode}</Definition>}
      {responseExcerpt && (
        <Definition term={t('response')}>
          <Code>{responseExcerpt}</Code>
        </Definition>
      )}
      <Definition term={t('data')}>
        <pre className="whitespace-pre-wrap break-words text-sm">{JSON.stringify(event.data, null, 2)}</pre>
      </Definition>
    </DefinitionList>
  );
}

function Code({ children }: { children: string }) {
  return <code className="break-words text-sm">{children}</code>;
}
