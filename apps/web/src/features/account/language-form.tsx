'use client';

import { type Locale, useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { SelectField, TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { SavedNote } from '#components/ui/saved-note.tsx';
import { languageNames } from '#i18n/language-names.ts';
import { useRouter } from '#i18n/navigation.ts';
import { languageOf } from '#i18n/offered-locales.ts';
import type { Me } from '#lib/api/types.ts';
import { findZone, knownZones } from './time-zones.ts';
import { useUpdateMe } from './use-me.ts';

interface LanguageFormProps {
  saved: Me;
  locales: readonly Locale[];
}

/** Language and time zone of the account. Another language is shown at once, at the same place of the page. */
export function LanguageForm({ saved, locales }: LanguageFormProps) {
  const t = useTranslations('myAccount');
  const shown = useLocale();
  const router = useRouter();
  const listId = useId();
  const [zones] = useState(() => knownZones(saved.timeZone));
  const { register, handleSubmit, formState, setValue } = useForm({
    defaultValues: { locale: languageOf(saved.locale), zone: saved.timeZone ?? '' },
  });
  const save = useUpdateMe(({ locale, timeZone }) => {
    setValue('zone', timeZone ?? '');
    if (locale !== shown) router.replace('/account#language', { locale: locale as Locale });
  });
  const submit = handleSubmit(({ locale, zone }) =>
    save.mutate({ locale, timeZone: zone.trim() ? findZone(zone, zones) : null }),
  );
  const forget = { onChange: () => save.reset() };
  return (
    <form noValidate className="grid max-w-md gap-4" onSubmit={submit}>
      <FormProblem error={save.error} />
      <SelectField label={t('language.label')} {...register('locale', forget)}>
        {locales.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {languageNames[locale]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('language.zone')}
        hint={t('language.zoneHint')}
        placeholder={t('language.zonePlaceholder')}
        list={listId}
        autoComplete="off"
        spellCheck={false}
        error={formState.errors.zone && t('language.zoneUnknown')}
        {...register('zone', { ...forget, validate: (zone) => zone.trim() === '' || findZone(zone, zones) !== null })}
      />
      <datalist id={listId}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div className="flex items-center gap-4">
        <Button type="submit" variant="secondary" pending={save.isPending}>
          {t('save')}
        </Button>
        <SavedNote>{save.isSuccess && t('saved')}</SavedNote>
      </div>
    </form>
  );
}
