'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { SelectField } from '#components/ui/field.tsx';

/** A currency by its code and name. */
export function CurrencyField(props: Omit<ComponentProps<typeof SelectField>, 'label' | 'children'>) {
  const t = useTranslations('adminSettings');
  const locale = useLocale();
  const [currencies] = useState(() => Intl.supportedValuesOf('currency'));
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return (
    <SelectField label={t('studio.currency')} {...props}>
      {currencies.map((code) => (
        <option key={code} value={code}>
          {`${code} · ${names.of(code)}`}
        </option>
      ))}
    </SelectField>
  );
}
