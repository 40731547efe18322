'use client';

import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Outcome } from '#components/ui/outcome.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { SecretOnce } from './secret-once.tsx';
import { urlRefusal } from './url-refusal.ts';
import { WebhookFields } from './webhook-fields.tsx';
import { newWebhookValues, type WebhookValues, webhookTerms } from './webhook-values.ts';

/** Names another system that is told what happens; then shows the secret, once. */
export function NewWebhook() {
  const t = useTranslations('adminWebhooks');
  const queryClient = useQueryClient();
  const form = useForm<WebhookValues>({ defaultValues: newWebhookValues });
  const create = useIntent(
    (body: WebhookValues, key) =>
      unwrap(api.POST('/api/v1/admin/webhooks', { body, headers: { 'Idempotency-Key': key } })),
    {
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.webhookList }),
      onError: (error) => urlRefusal(error) && form.setFocus('url'),
    },
  );
  if (create.data) {
    return (
      <div className="max-w-2xl">
        <Outcome tone="good" text={t('created')}>
          <SecretOnce secret={create.data.secret} />
          <Link href={`/admin/webhooks/${create.data.id}`} className={buttonClass('secondary', 'justify-self-start')}>
            {t('toWebhook')}
          </Link>
        </Outcome>
      </div>
    );
  }
  return (
    <form
      noValidate
      className="grid max-w-2xl gap-6"
      onSubmit={form.handleSubmit((values) => create.mutate(webhookTerms(values)))}
    >
      <p className="max-w-prose text-muted">{t('purpose')}</p>
      <WebhookFields form={form} error={create.error} />
      <FormProblem error={create.error} />
      <Button type="submit" className="justify-self-start" pending={create.isPending}>
        {t('create')}
      </Button>
    </form>
  );
}
