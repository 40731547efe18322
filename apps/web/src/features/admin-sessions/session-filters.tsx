'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DayField } from '#components/ui/day-field.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { NamedOptions } from '#components/ui/select.tsx';
import { useFilters } from '#lib/navigation/use-filters.ts';
import { type AdminSessionSearch, adminSessionsHref, type SearchName } from './admin-session-search.ts';
import { useCatalogue } from './use-catalogue.ts';

interface SessionFiltersProps {
  search: AdminSessionSearch;
  /** What can be chosen here. */
  names: readonly FilterName[];
  /** One of it is always chosen. */
  always?: FilterName;
}

type FilterName = Exclude<SearchName, 'view' | 'week'>;

/** Narrows the list down; what is chosen stands in the address, so that it can be kept and shared. */
export function SessionFilters({ search: chosen, names, always }: SessionFiltersProps) {
  const t = useTranslations('adminSessions');
  const { search, apply, pending } = useFilters(chosen, adminSessionsHref);
  const { data } = useCatalogue();
  const field = (name: FilterName) => ({
    label: t(name),
    value: search[name] ?? '',
    onChange: (event: { target: { value: string } }) => apply({ ...search, [name]: event.target.value }),
  });
  const select = (name: FilterName, choices: readonly { id: string; name: string }[] = []) => (
    <SelectField key={name} {...field(name)}>
      {name !== always && <option value="">{t('all')}</option>}
      <NamedOptions of={choices} />
    </SelectField>
  );
  const states = (['scheduled', 'canceled'] as const).map((id) => ({ id, name: t(`states.${id}`) }));
  const choices = {
    classId: data?.classes,
    locationId: data?.locations,
    instructorId: data?.instructors,
    state: states,
  };
  const { view, week } = search;
  const kept = { ...(view && { view }), ...(week && { week }), ...(always && { [always]: search[always] ?? '' }) };
  return (
    <fieldset
      aria-label={t('filters')}
      aria-busy={pending}
      className="grid min-w-0 grid-cols-2 items-end gap-3 pb-6 md:grid-cols-3 lg:grid-cols-[repeat(2,minmax(0,1.2fr))_repeat(4,minmax(0,1fr))]"
    >
      {names.map((name) =>
        name === 'from' || name === 'to' ? (
          <DayField
            key={name}
            label={t(name)}
            day={search[name] ?? ''}
            optional
            onPick={(day) => apply({ ...search, [name]: day })}
          />
        ) : (
          select(name, choices[name])
        ),
      )}
      {names.some((name) => name !== always && search[name]) && (
        <Button variant="quiet" className="col-span-full justify-self-start" onClick={() => apply(kept)}>
          {t('clearFilters')}
        </Button>
      )}
    </fieldset>
  );
}
