'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { NamedOptions } from '#components/ui/select.tsx';
import { useFilters } from '#lib/navigation/use-filters.ts';
import {
  expiringDays,
  type MemberSearch,
  type MemberSearchName,
  membersHref,
  roles,
  ticketStatuses,
} from './member-search.ts';

const DEFAULT_DAYS = '14';

/** Narrows the members down; what is chosen stands in the address, so that it can be kept and shared. */
export function MemberFilters({ search: chosen }: { search: MemberSearch }) {
  const t = useTranslations('adminMembers');
  const { search, apply, pending } = useFilters(chosen, membersHref);
  const { sort, ...narrowing } = search;
  const select = (name: Exclude<MemberSearchName, 'q' | 'sort'>, choices: readonly { id: string; name: string }[]) => (
    <SelectField
      label={t(`fields.${name}`)}
      value={search[name] ?? ''}
      onChange={(event) => apply(consistent({ ...search, [name]: event.target.value }))}
    >
      <option value="">{t('all')}</option>
      <NamedOptions of={choices} />
    </SelectField>
  );
  return (
    <fieldset aria-label={t('filters')} aria-busy={pending} className="grid min-w-0 gap-3 pb-6">
      <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-4 xl:grid-cols-[minmax(0,2fr)_repeat(4,minmax(0,1fr))]">
        <div className="col-span-full xl:col-span-1">
          <SearchField label={t('fields.q')} value={search.q ?? ''} onSearch={(q) => apply({ ...search, q })} />
        </div>
        {select(
          'ticketStatus',
          ticketStatuses.map((id) => ({ id, name: t(`statuses.${id}`) })),
        )}
        {search.ticketStatus === 'expiring' && (
          <SelectField
            label={t('fields.expiringWithinDays')}
            value={search.expiringWithinDays ?? DEFAULT_DAYS}
            onChange={(event) => apply({ ...search, expiringWithinDays: event.target.value })}
          >
            {expiringDays.map((days) => (
              <option key={days} value={days}>
                {t('days', { days: Number(days) })}
              </option>
            ))}
          </SelectField>
        )}
        {select(
          'role',
          roles.map((id) => ({ id, name: t(`roles.${id}`) })),
        )}
        {select(
          'blocked',
          (['true', 'false'] as const).map((id) => ({ id, name: t(`access.${id}`) })),
        )}
      </div>
      {Object.values(narrowing).some(Boolean) && (
        <Button variant="quiet" className="justify-self-start" onClick={() => apply(sort ? { sort } : {})}>
          {t('clearFilters')}
        </Button>
      )}
    </fieldset>
  );
}

/** The number of days says nothing without its filter. */
function consistent({ expiringWithinDays, ...search }: MemberSearch): MemberSearch {
  return search.ticketStatus === 'expiring' && expiringWithinDays ? { ...search, expiringWithinDays } : search;
}
