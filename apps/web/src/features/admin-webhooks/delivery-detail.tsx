'use client';

import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { DialogActions } from '#components/ui/dialog-actions.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ScrollRegion } from '#components/ui/scroll-region.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { WebhookDelivery } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { DeliveryFacts } from './delivery-facts.tsx';
import { useEventText } from './use-event-text.ts';

/** Everything about one delivery, and a way to send it again once nobody tries any more. */
export function DeliveryDetail({ delivery, onClose }: { delivery: WebhookDelivery; onClose: () => void }) {
  const t = useTranslations('adminWebhooks');
  const title = useEventText()(delivery.event.type);
  const again = useRedeliver(delivery);
  return (
    <Dialog open onOpenChange={onClose} title={title}>
      <ScrollRegion label={title} className="max-h-[60dvh] overflow-y-auto">
        <DeliveryFacts delivery={delivery} />
      </ScrollRegion>
      <FormProblem error={again.error} />
      {again.isSuccess && (
        <Notice tone="good" role="status">
          {t('resent')}
        </Notice>
      )}
      <DialogActions>
        <Button variant="secondary" onClick={onClose}>
          {t('close')}
        </Button>
        {delivery.status !== 'pending' && !again.isSuccess && (
          <Button pending={again.isPending} onClick={() => again.mutate()}>
            {t('resend')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function useRedeliver({ id, webhookId }: WebhookDelivery) {
  const queryClient = useQueryClient();
  return useIntent<WebhookDelivery>(
    (_, key) =>
      unwrap(
        api.POST('/api/v1/admin/webhook-deliveries/{id}/redeliver', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    { onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.deliveriesOf(webhookId) }) },
  );
}
