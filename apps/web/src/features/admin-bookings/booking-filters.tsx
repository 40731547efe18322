'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DayField } from '#components/ui/day-field.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { NamedOptions } from '#components/ui/select.tsx';
import { useCatalogue } from '#features/admin-sessions/use-catalogue.ts';
import { useFilters } from '#lib/navigation/use-filters.ts';
import {
  attendances,
  type BookingSearch,
  type BookingSearchName,
  bookingStates,
  bookingsHref,
  canceledReasons,
} from './booking-search.ts';
import { PinnedFilters } from './pinned-filters.tsx';

/** Narrows the overview down; what is chosen stands in the address, so that it can be kept and shared. */
export function BookingFilters({ search: chosen }: { search: BookingSearch }) {
  const t = useTranslations('adminBookings');
  const { search, apply, pending } = useFilters(chosen, bookingsHref);
  const { data } = useCatalogue();
  const field = (name: Exclude<BookingSearchName, 'sort' | 'userId' | 'sessionId'>) => ({
    label: t(`fields.${name}`),
    value: search[name] ?? '',
    onChange: (event: { target: { value: string } }) => apply({ ...search, [name]: event.target.value }),
  });
  const day = (name: 'from' | 'to') => ({
    label: t(`fields.${name}`),
    day: search[name] ?? '',
    optional: true,
    onPick: (value: string) => apply({ ...search, [name]: value }),
  });
  const select = (
    name: 'state' | 'attendance' | 'canceledReason' | 'classId' | 'locationId' | 'instructorId',
    choices: readonly { id: string; name: string }[] = [],
  ) => (
    <SelectField {...field(name)}>
      <option value="">{t('all')}</option>
      <NamedOptions of={choices} />
    </SelectField>
  );
  const { sort: _sort, ...narrowing } = search;
  return (
    <fieldset aria-label={t('filters')} aria-busy={pending} className="grid min-w-0 gap-3 pb-6">
      <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-3 xl:grid-cols-5">
        <div className="col-span-full md:col-span-1">
          <SearchField label={t('fields.q')} value={search.q ?? ''} onSearch={(q) => apply({ ...search, q })} />
        </div>
        <DayField {...day('from')} />
        <DayField {...day('to')} />
        {select(
          'state',
          bookingStates.map((id) => ({ id, name: t(`states.${id}`) })),
        )}
        {select(
          'attendance',
          attendances.map((id) => ({ id, name: t(`attendances.${id}`) })),
        )}
        {select(
          'canceledReason',
          canceledReasons.map((id) => ({ id, name: t(`reasons.${id}`) })),
        )}
        {select('classId', data?.classes)}
        {select('locationId', data?.locations)}
        {select('instructorId', data?.instructors)}
      </div>
      <PinnedFilters search={search} onChange={apply} />
      {Object.values(narrowing).some(Boolean) && (
        <Button variant="quiet" className="justify-self-start" onClick={() => apply({ sort: search.sort ?? '' })}>
          {t('clearFilters')}
        </Button>
      )}
    </fieldset>
  );
}
