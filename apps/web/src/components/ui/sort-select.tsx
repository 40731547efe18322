'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from './field.tsx';

interface SortSelectProps {
  value: string;
  choices: readonly { id: string; name: string }[];
  onSort(sort: string): void;
}

/** Sorts a list on a phone, which has no room for the headings that sort it elsewhere. */
export function SortSelect({ value, choices, onSort }: SortSelectProps) {
  const t = useTranslations('common');
  return (
    <div className="pb-4 md:hidden">
      <SelectField label={t('order')} value={value} onChange={({ target }) => onSort(target.value)}>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
