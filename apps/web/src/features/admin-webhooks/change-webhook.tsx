'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Webhook } from '#lib/api/types.ts';
import { urlRefusal } from './url-refusal.ts';
import { useWebhook } from './use-webhook.ts';
import { WebhookFields } from './webhook-fields.tsx';
import { type WebhookValues, webhookPatch, webhookValues } from './webhook-values.ts';

/** Changes where a webhook leads to and what it listens to. */
export function ChangeWebhook({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('adminWebhooks');
  const { refetch } = useWebhook(webhook.id);
  // What somebody else changes meanwhile appears, what is being typed stays.
  const form = useForm<WebhookValues>({ values: webhookValues(webhook), resetOptions: { keepDirtyValues: true } });
  const change = useChangeWebhook(webhook, {
    onSaved: (saved) => form.reset(webhookValues(saved)),
    onError: (error) => urlRefusal(error) && form.setFocus('url'),
  });
  const { isDirty } = form.formState;
  return (
    <form
      noValidate
      className="grid content-start gap-6"
      onSubmit={form.handleSubmit((values) => change.mutate(webhookPatch(webhook, values)))}
    >
      <WebhookFields form={form} error={change.error} />
      <EditProblem error={change.error} reload={() => refetch({ throwOnError: true })} onLoaded={change.reset} />
      <div role="status" className="empty:hidden">
        {change.isSuccess && !isDirty && <Notice tone="good">{t('saved')}</Notice>}
      </div>
      <Button type="submit" className="justify-self-start" pending={change.isPending} disabled={!isDirty}>
        {t('save')}
      </Button>
    </form>
  );
}

interface ChangeOptions {
  onSaved(webhook: Webhook): void;
  onError(error: Error): unknown;
}

function useChangeWebhook({ id, version }: Webhook, { onSaved, onError }: ChangeOptions) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (patch: Partial<WebhookValues>) => {
      const body = { ...patch, version };
      return unwrap(api.PATCH('/api/v1/admin/webhooks/{id}', { params: { path: { id } }, body }));
    },
    onSuccess: (saved) => {
      onSaved(saved);
      queryClient.setQueryData(queryKeys.webhook(id), saved);
      return queryClient.invalidateQueries({ queryKey: queryKeys.webhookList });
    },
    onError,
  });
}
