'use client';

import { useTranslations } from 'next-intl';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { TextArea, TextField } from '#components/ui/field.tsx';
import type { CatalogueKind } from './catalogue-api.ts';
import type { ItemForm } from './catalogue-form-values.ts';
import { readWhole } from './policy-form-values.ts';
import { ZoneField } from './zone-field.tsx';

interface CatalogueFieldsProps {
  kind: CatalogueKind;
  register: UseFormRegister<ItemForm>;
  errors: FieldErrors<ItemForm>;
  refused: Record<string, string>;
  savedZone: string | null;
}

const MAX_MINUTES = 365 * 24 * 60;

/** What there is to say about a class, a location or an instructor. */
export function CatalogueFields({ kind, register, errors, refused, savedZone }: CatalogueFieldsProps) {
  const t = useTranslations('adminSettings');
  return (
    <>
      <TextField
        label={t('catalogue.name')}
        maxLength={120}
        error={errors.name ? t('required') : refused.name}
        {...register('name', { validate: (name) => name.trim() !== '' })}
      />
      {kind === 'classes' && (
        <>
          <TextArea
            label={t('catalogue.description')}
            optional
            error={refused.description}
            {...register('description')}
          />
          <TextField
            label={t('catalogue.cutoff')}
            hint={t('catalogue.cutoffHint')}
            optional
            inputMode="numeric"
            error={errors.cancellationCutoffMinutes?.message ?? refused.cancellationCutoffMinutes}
            {...register('cancellationCutoffMinutes', {
              validate: (text) =>
                text.trim() === '' ||
                readWhole(text, MAX_MINUTES) !== null ||
                t('policy.wholeNumber', { max: MAX_MINUTES }),
            })}
          />
        </>
      )}
      {kind === 'locations' && (
        <>
          <TextField label={t('catalogue.address')} optional error={refused.address} {...register('address')} />
          <ZoneField
            label={t('catalogue.timeZone')}
            hint={t('catalogue.zoneHint')}
            saved={savedZone}
            error={errors.timeZone ? t('required') : refused.timeZone}
            {...register('timeZone', { required: true })}
          />
        </>
      )}
      {kind === 'instructors' && (
        <TextArea label={t('catalogue.bio')} optional error={refused.bio} {...register('bio')} />
      )}
    </>
  );
}
