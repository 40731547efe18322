'use client';

import { useTranslations } from 'next-intl';
import type { UseFormReturn } from 'react-hook-form';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { languageNames } from '#i18n/language-names.ts';
import { routing } from '#i18n/routing.ts';
import type { StudioValues } from './studio-form-values.ts';

interface LanguageFieldsProps {
  form: UseFormReturn<StudioValues>;
  refused: Record<string, string>;
}

/** In which languages the studio is seen, and in which by those who have not chosen. */
export function LanguageFields({ form: { register, watch, formState }, refused }: LanguageFieldsProps) {
  const t = useTranslations('adminSettings');
  const offered = watch('languages');
  const error = formState.errors.languages ? t('studio.oneLanguage') : refused.languages;
  const chosen = formState.errors.defaultLanguage ? t('studio.defaultNotOffered') : refused.defaultLanguage;
  return (
    <>
      <fieldset className="min-w-0">
        <legend className="font-semibold text-[0.9375rem]">{t('studio.languages')}</legend>
        <p className="text-muted text-sm">{t('studio.languagesHint')}</p>
        {error && <p className="font-medium text-sm text-trouble">{error}</p>}
        <div className="grid sm:grid-cols-2">
          {routing.locales.map((locale) => (
            <Checkbox
              key={locale}
              label={languageNames[locale]}
              value={locale}
              lang={locale}
              {...register('languages', { validate: (languages) => languages.length > 0 })}
            />
          ))}
        </div>
      </fieldset>
      <SelectField
        label={t('studio.defaultLanguage')}
        hint={t('studio.defaultHint')}
        error={chosen}
        {...register('defaultLanguage', {
          validate: (language, { languages }) => languages.some((one) => one === language),
        })}
      >
        {routing.locales.map((locale) => (
          <option key={locale} value={locale} lang={locale} disabled={!offered.includes(locale)}>
            {languageNames[locale]}
          </option>
        ))}
      </SelectField>
    </>
  );
}
