'use client';

import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LazyAlertDialog } from '#components/ui/lazy-alert-dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Webhook } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { SecretOnce } from './secret-once.tsx';

/** Makes a new secret, after saying what becomes of the old one, and shows it once. */
export function ReplaceSecret({ webhook: { id } }: { webhook: Webhook }) {
  const t = useTranslations('adminWebhooks');
  const [isOpen, setOpen] = useState(false);
  const queryClient = useQueryClient();
  const replace = useIntent<{ secret: string }>(
    (_, key) =>
      unwrap(
        api.POST('/api/v1/admin/webhooks/{id}/rotate-secret', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    {
      onSuccess: () => {
        setOpen(false);
        return queryClient.invalidateQueries({ queryKey: queryKeys.webhook(id) });
      },
    },
  );
  return (
    <section aria-labelledby="secret" className="grid gap-4">
      <h2 id="secret" className="font-bold text-2xl tracking-tight">
        {t('secret')}
      </h2>
      <p className="max-w-prose text-muted">{t('secretHidden')}</p>
      <Button variant="secondary" className="justify-self-start" onClick={() => setOpen(true)}>
        {t('replace.action')}
      </Button>
      <div role="status" className="empty:hidden">
        {replace.data && <Notice tone="good">{t('replace.done')}</Notice>}
      </div>
      {replace.data && <SecretOnce key={replace.data.secret} secret={replace.data.secret} />}
      <LazyAlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('replace.title')}
        text={t('replace.text')}
        keep={t('replace.keep')}
        confirm={t('replace.action')}
        onConfirm={() => replace.mutate()}
        pending={replace.isPending}
        error={replace.error}
      />
    </section>
  );
}
