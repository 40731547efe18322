'use client';

import { isProblem } from '@openmat/api-client';
import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { ChangeWebhook } from './change-webhook.tsx';
import { DeleteWebhook } from './delete-webhook.tsx';
import type { DeliverySearch } from './delivery-search.ts';
import { DeliverySection } from './delivery-section.tsx';
import { NotFound } from './not-found.tsx';
import { ReplaceSecret } from './replace-secret.tsx';
import { SwitchWebhook } from './switch-webhook.tsx';
import { TestWebhook } from './test-webhook.tsx';
import { useWebhook } from './use-webhook.ts';
import { WebhookBadge } from './webhook-badge.tsx';
import { hostOf, stateOf } from './webhook-state.ts';

/** One webhook: how it stands, what it listens to, and what was sent to it. */
export function WebhookPage({ webhookId, search }: { webhookId: string; search: DeliverySearch }) {
  const t = useTranslations('adminWebhooks');
  const { data: webhook, error, refetch, isFetching } = useWebhook(webhookId);
  if (!webhook) {
    if (isProblem(error, 'not_found') || isProblem(error, 'validation_failed')) return <NotFound />;
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} rows={3} />;
  }
  const state = stateOf(webhook);
  const actions = (
    <div className="flex flex-wrap gap-3">
      <TestWebhook webhook={webhook} />
      <SwitchWebhook webhook={webhook} />
    </div>
  );
  return (
    <>
      <PageTitle aside={actions}>
        <span className="break-all">{hostOf(webhook)}</span>
        {webhook.description && (
          <span className="block break-words pt-1 font-medium text-lg text-muted tracking-normal">
            {webhook.description}
          </span>
        )}
      </PageTitle>
      <div role="status" className="-mt-2 pb-8">
        <WebhookBadge webhook={webhook} />
        {state !== 'active' && <Notice className="mt-4 max-w-2xl">{t(`why.${state}`)}</Notice>}
      </div>
      <div className="grid grid-cols-1 gap-12 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ChangeWebhook webhook={webhook} />
        <div className="grid content-start gap-10">
          <ReplaceSecret webhook={webhook} />
          <DeleteWebhook webhook={webhook} />
        </div>
      </div>
      <DeliverySection webhookId={webhookId} search={search} />
    </>
  );
}
