'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '#components/ui/field.tsx';
import { NamedOptions } from '#components/ui/select.tsx';
import { useCatalogue } from '#features/admin-sessions/use-catalogue.ts';
import type { AnalyticsSearch } from './analytics-search.ts';

interface SessionFilterProps {
  search: AnalyticsSearch;
  apply(search: AnalyticsSearch): void;
}

/** Which sessions are counted. People, tickets and money belong to none, so that this stands beside the charts it is for. */
export function SessionFilter({ search, apply }: SessionFilterProps) {
  const t = useTranslations('adminAnalytics.sessions');
  const { data } = useCatalogue();
  const select = (name: 'locationId' | 'classId', choices: readonly { id: string; name: string }[] = []) => {
    const { [name]: chosen = '', ...others } = search;
    return (
      <SelectField
        label={t(name)}
        value={chosen}
        onChange={({ target: { value } }) => apply({ ...others, ...(value && { [name]: value }) })}
      >
        <option value="">{t('all')}</option>
        <NamedOptions of={choices} />
      </SelectField>
    );
  };
  return (
    <fieldset aria-label={t('label')} className="grid w-full min-w-0 grid-cols-2 gap-3 sm:max-w-md">
      {select('locationId', data?.locations)}
      {select('classId', data?.classes)}
    </fieldset>
  );
}
