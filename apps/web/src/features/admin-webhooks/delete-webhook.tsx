'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LazyAlertDialog } from '#components/ui/lazy-alert-dialog.tsx';
import { useToast } from '#components/ui/toast.ts';
import { useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Webhook } from '#lib/api/types.ts';
import { hostOf } from './webhook-state.ts';

/** Ends a webhook for good, after saying that what is pending is dropped. */
export function DeleteWebhook({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('adminWebhooks');
  const [isOpen, setOpen] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { id } = webhook;
  const host = hostOf(webhook);
  const end = useMutation({
    mutationFn: async () => {
      try {
        await unwrap(api.DELETE('/api/v1/admin/webhooks/{id}', { params: { path: { id } } }));
      } catch (error) {
        // An attempt whose answer got lost has done it already.
        if (!isProblem(error, 'not_found')) throw error;
      }
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.webhookList });
      toast({ tone: 'good', text: t('delete.done', { host }) });
      router.push('/admin/webhooks');
    },
  });
  return (
    <section aria-labelledby="end" className="grid gap-4">
      <h2 id="end" className="font-bold text-2xl tracking-tight">
        {t('delete.heading')}
      </h2>
      <p className="max-w-prose text-muted">{t('delete.hint')}</p>
      <Button variant="secondary" className="justify-self-start" onClick={() => setOpen(true)}>
        {t('delete.action')}
      </Button>
      <LazyAlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('delete.title', { host })}
        text={t('delete.text')}
        keep={t('delete.keep')}
        confirm={t('delete.action')}
        onConfirm={end.mutate}
        pending={end.isPending || end.isSuccess}
        error={end.error}
      />
    </section>
  );
}
