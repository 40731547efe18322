'use client';

import { isProblem } from '@openmat/api-client';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fieldErrors } from '#lib/api/field-errors.ts';
import type { StudioSettings } from '#lib/api/types.ts';
import { AccentPreview } from './accent-preview.tsx';
import { ColorField } from './color-field.tsx';
import { CurrencyField } from './currency-field.tsx';
import { LanguageFields } from './language-fields.tsx';
import { SaveBar } from './save-bar.tsx';
import { type StudioValues, studioPatch, studioValues } from './studio-form-values.ts';
import { useSaveStudio } from './use-studio-settings.ts';
import { ZoneField } from './zone-field.tsx';

/** Name, colour, money and languages of the studio. */
export function StudioForm({ settings, reload }: { settings: StudioSettings; reload(): Promise<unknown> }) {
  const t = useTranslations('adminSettings');
  const form = useForm<StudioValues>({ values: studioValues(settings), resetOptions: { keepDirtyValues: true } });
  const { register, handleSubmit, formState, watch, setValue, reset } = form;
  const save = useSaveStudio();
  const refused = fieldErrors(save.error, { defaultLocale: 'defaultLanguage', locales: 'languages' });
  const submit = handleSubmit((values) =>
    save.mutate(
      { ...studioPatch(values, settings), version: settings.version },
      { onSuccess: (saved) => reset(studioValues(saved)) },
    ),
  );
  const color = watch('accentColor');
  const soldInOther = isProblem(save.error, 'still_in_use');
  return (
    <form noValidate className="grid max-w-2xl gap-6" onSubmit={submit}>
      <TextField
        label={t('studio.name')}
        hint={t('studio.nameHint')}
        maxLength={120}
        error={(formState.errors.name && t('required')) ?? refused.name}
        {...register('name', { validate: (name) => name.trim() !== '' })}
      />
      <ColorField
        label={t('studio.accentColor')}
        hint={t('studio.accentHint')}
        value={color}
        error={refused.accentColor}
        onColor={(value) => setValue('accentColor', value, { shouldDirty: true })}
      />
      <AccentPreview color={color} />
      <LanguageFields form={form} refused={refused} />
      <CurrencyField hint={t('studio.currencyHint')} error={refused.currency} {...register('currency')} />
      <ZoneField
        label={t('studio.timeZone')}
        hint={t('studio.zoneHint')}
        saved={settings.timeZone}
        error={refused.timeZone}
        {...register('timeZone')}
      />
      {soldInOther ? (
        <Notice tone="trouble" role="alert">
          {t('studio.soldInOther')}
        </Notice>
      ) : (
        <EditProblem error={save.error} reload={reload} onLoaded={save.reset} />
      )}
      <SaveBar pending={save.isPending} isDirty={formState.isDirty} isSaved={save.isSuccess} />
    </form>
  );
}
