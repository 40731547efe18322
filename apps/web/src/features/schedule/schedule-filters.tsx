'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { NamedOptions, Select } from '#components/ui/select.tsx';
import { useRouter } from '#i18n/navigation.ts';
import {
  type FilterName,
  type ScheduleFilters as Filters,
  type ScheduleSearch,
  scheduleHref,
} from './schedule-search.ts';

interface ScheduleFiltersProps {
  choices: Record<FilterName, { id: string; name: string }[]>;
  search: ScheduleSearch;
}

const labels = { classId: 'allClasses', locationId: 'allLocations', instructorId: 'allInstructors' } as const;
const names = { classId: 'class', locationId: 'location', instructorId: 'instructor' } as const;

/** Narrows the day down; what is chosen stands in the address. A filter with one choice would filter nothing. */
export function ScheduleFilters({ choices, search }: ScheduleFiltersProps) {
  const t = useTranslations('schedule');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [filters, setFilters] = useOptimistic<Filters>(search.filters);
  const show = (chosen: Filters) => {
    startTransition(() => {
      setFilters(chosen);
      router.replace(scheduleHref({ ...search, filters: chosen }), { scroll: false });
    });
  };
  const choose = (name: FilterName, id: string) => {
    const { [name]: _, ...others } = filters;
    show(id ? { ...others, [name]: id } : others);
  };
  const toggleFree = () => {
    const { hasSeats, ...others } = filters;
    show(hasSeats ? others : { ...others, hasSeats: true });
  };
  const shown = (Object.keys(labels) as FilterName[]).filter((name) => choices[name].length > 1 || filters[name]);
  return (
    <fieldset
      aria-label={t('filters')}
      aria-busy={pending}
      className="-mx-4 flex min-w-0 gap-2 overflow-x-auto px-4 pb-2"
    >
      {shown.map((name) => (
        <Select
          key={name}
          aria-label={t(names[name])}
          value={filters[name] ?? ''}
          onChange={(event) => choose(name, event.target.value)}
          className={`field-sizing-content max-w-56 bg-transparent pl-3 ${chip(Boolean(filters[name]))}`}
        >
          <option value="">{t(labels[name])}</option>
          <NamedOptions of={choices[name]} />
        </Select>
      ))}
      <button
        type="button"
        aria-pressed={Boolean(filters.hasSeats)}
        onClick={toggleFree}
        className={`shrink-0 px-3 ${chip(Boolean(filters.hasSeats))}`}
      >
        {t('freeOnly')}
      </button>
    </fieldset>
  );
}

const chip = (isChosen: boolean) =>
  `min-h-11 rounded-control border py-2 text-[0.9375rem] ${isChosen ? 'border-ink font-semibold' : 'border-line-strong'}`;
