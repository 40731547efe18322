'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useOptimistic, useTransition } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { controlClass } from '#components/ui/labelled.tsx';
import { NamedOptions, Select } from '#components/ui/select.tsx';
import { Link, useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { fetchAllPages } from '#lib/api/fetch-all-pages.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { type DeskSearch, dayBeside, deskHref } from './desk-search.ts';

interface DayControlsProps {
  search: DeskSearch;
  /** The day that is shown; null until it is known which day it is there. */
  date: string | null;
}

/** Another day, or one location only; what is chosen stands in the address. */
export function DayControls({ search: chosen, date }: DayControlsProps) {
  const t = useTranslations('adminToday');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [search, setSearch] = useOptimistic(chosen);
  const show = (next: DeskSearch) =>
    startTransition(() => {
      setSearch(next);
      router.replace(deskHref(next), { scroll: false });
    });
  const { date: _, ...place } = search;
  return (
    <fieldset aria-label={t('filters')} aria-busy={pending} className="flex min-w-0 flex-wrap gap-2 pb-6">
      <div className="flex gap-1">
        <DayLink label={t('dayBefore')} href={date && deskHref({ ...place, date: dayBeside(date, -1) })}>
          <ChevronLeft aria-hidden="true" size={20} />
        </DayLink>
        <input
          type="date"
          aria-label={t('date')}
          value={search.date ?? date ?? ''}
          onChange={({ target }) => target.value && show({ ...place, date: target.value })}
          className={`${controlClass} w-auto`}
        />
        <DayLink label={t('dayAfter')} href={date && deskHref({ ...place, date: dayBeside(date, 1) })}>
          <ChevronRight aria-hidden="true" size={20} />
        </DayLink>
      </div>
      {search.date && (
        <Link href={deskHref(place)} prefetch={false} scroll={false} replace className={buttonClass('secondary')}>
          {t('toToday')}
        </Link>
      )}
      <LocationChoice
        value={search.locationId}
        onChoose={(locationId) =>
          show({ ...(search.date && { date: search.date }), ...(locationId && { locationId }) })
        }
      />
    </fieldset>
  );
}

function DayLink({ label, href, children }: { label: string; href: string | null; children: ReactNode }) {
  return (
    <Link
      href={href ?? deskHref({})}
      prefetch={false}
      scroll={false}
      replace
      aria-label={label}
      title={label}
      className={buttonClass('secondary', '', 'icon')}
    >
      {children}
    </Link>
  );
}

/** With one location there is nothing to choose. */
function LocationChoice({ value, onChoose }: { value: string | undefined; onChoose(id: string): void }) {
  const t = useTranslations('adminToday');
  const { data } = useQuery({
    queryKey: queryKeys.locations,
    queryFn: () => fetchAllPages((query) => unwrap(api.GET('/api/v1/locations', { params: { query } }))),
    staleTime: 60_000,
  });
  if (!data || data.length < 2) return null;
  return (
    <Select
      aria-label={t('location')}
      value={value ?? ''}
      onChange={({ target }) => onChoose(target.value)}
      className={`${controlClass} field-sizing-content max-w-64`}
    >
      <option value="">{t('allLocations')}</option>
      <NamedOptions of={data} />
    </Select>
  );
}
