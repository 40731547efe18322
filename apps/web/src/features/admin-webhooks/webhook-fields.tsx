'use client';

import { useTranslations } from 'next-intl';
import type { UseFormReturn } from 'react-hook-form';
import { TextField } from '#components/ui/field.tsx';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { EventChoice } from './event-choice.tsx';
import { urlRefusal } from './url-refusal.ts';
import type { WebhookValues } from './webhook-values.ts';

const MAX = { url: 2_000, description: 500 } as const;

interface WebhookFieldsProps {
  form: UseFormReturn<WebhookValues>;
  /** What the API said about the last attempt. */
  error: Error | null;
}

/** The fields of a webhook, for a new one and for one that is changed. */
export function WebhookFields({ form: { register, formState }, error }: WebhookFieldsProps) {
  const t = useTranslations('adminWebhooks');
  const refused = fieldErrors(error);
  const refusal = urlRefusal(error);
  const { errors } = formState;
  return (
    <>
      <TextField
        label={t('url')}
        hint={t('urlHint')}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={MAX.url}
        placeholder="https://"
        error={errors.url?.message ?? (refusal ? t(`refused.${refusal}`) : refused.url)}
        {...register('url', { validate: (url) => url.trim() !== '' || t('urlMissing') })}
      />
      <TextField
        label={t('description')}
        hint={t('descriptionHint')}
        optional
        autoComplete="off"
        maxLength={MAX.description}
        error={refused.description}
        {...register('description')}
      />
      <EventChoice register={register} error={errors.eventTypes?.message ?? refused.eventTypes} />
    </>
  );
}
