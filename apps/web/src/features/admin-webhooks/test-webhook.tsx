'use client';

import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { useToast } from '#components/ui/toast.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Webhook, WebhookDelivery } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';

/** Sends an event that says nothing but that it arrives. Nothing is sent to what is switched off. */
export function TestWebhook({ webhook: { id, state } }: { webhook: Webhook }) {
  const t = useTranslations('adminWebhooks');
  const toast = useToast();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const test = useIntent<WebhookDelivery>(
    (_, key) =>
      unwrap(
        api.POST('/api/v1/admin/webhooks/{id}/test', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    {
      onSuccess: () => {
        toast({ tone: 'good', text: t('testSent') });
        return queryClient.invalidateQueries({ queryKey: queryKeys.deliveriesOf(id) });
      },
      onError: (error) => toast({ tone: 'trouble', text: problemText(error) }),
    },
  );
  return (
    <Button
      variant="secondary"
      pending={test.isPending}
      disabled={state === 'disabled'}
      title={state === 'disabled' ? t('testOff') : undefined}
      onClick={() => test.mutate()}
    >
      {t('test')}
    </Button>
  );
}
