'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { NamedOptions } from '#components/ui/select.tsx';
import { useCatalogue } from '#features/admin-sessions/use-catalogue.ts';
import { useFilters } from '#lib/navigation/use-filters.ts';
import { type SeriesSearch, seriesHref } from './series-search.ts';

/** Those that go on or those that are over, of some class, location or instructor; what is chosen stands in the address. */
export function SeriesFilters({ search: chosen }: { search: SeriesSearch }) {
  const t = useTranslations('adminSeries');
  const sessions = useTranslations('adminSessions');
  const { search, apply, pending } = useFilters(chosen, seriesHref);
  const { data } = useCatalogue();
  const { state = 'going', ...narrowing } = search;
  const kept = state === 'ended' ? { state } : {};
  const select = (
    name: 'classId' | 'locationId' | 'instructorId',
    choices: readonly { id: string; name: string }[] = [],
  ) => (
    <SelectField
      label={sessions(name)}
      value={search[name] ?? ''}
      onChange={(event) => apply({ ...search, [name]: event.target.value })}
    >
      <option value="">{sessions('all')}</option>
      <NamedOptions of={choices} />
    </SelectField>
  );
  return (
    <fieldset aria-label={sessions('filters')} aria-busy={pending} className="grid min-w-0 gap-4 pb-6">
      <Segmented
        legend={sessions('state')}
        choices={(['going', 'ended'] as const).map((value) => ({ value, label: t(`states.${value}`) }))}
        value={state}
        onChange={({ target }) => apply({ ...narrowing, ...(target.value === 'ended' && { state: 'ended' }) })}
      />
      <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-3">
        {select('classId', data?.classes)}
        {select('locationId', data?.locations)}
        {select('instructorId', data?.instructors)}
      </div>
      {Object.values(narrowing).some(Boolean) && (
        <Button variant="quiet" className="justify-self-start" onClick={() => apply(kept)}>
          {sessions('clearFilters')}
        </Button>
      )}
    </fieldset>
  );
}
