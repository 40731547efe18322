'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DayField } from '#components/ui/day-field.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { useMember } from '#features/admin-members/use-member.ts';
import { useFilters } from '#lib/navigation/use-filters.ts';
import { type PaymentSearch, type PaymentSearchName, paymentStatuses, paymentsHref } from './payment-search.ts';

/** Narrows the list down; what is chosen stands in the address. One member is chosen by a link to here. */
export function PaymentFilters({ search: chosen }: { search: PaymentSearch }) {
  const t = useTranslations('adminPayments');
  const { search, apply, pending } = useFilters(chosen, paymentsHref);
  const field = (name: PaymentSearchName) => ({
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
  return (
    <fieldset
      aria-label={t('filters')}
      aria-busy={pending}
      className="grid min-w-0 grid-cols-2 items-end gap-3 pb-6 md:grid-cols-4"
    >
      <SearchField label={t('fields.q')} value={search.q ?? ''} onSearch={(q) => apply({ ...search, q })} />
      <SelectField {...field('status')}>
        <option value="">{t('all')}</option>
        {paymentStatuses.map((status) => (
          <option key={status} value={status}>
            {t(`statuses.${status}`)}
          </option>
        ))}
      </SelectField>
      <DayField {...day('from')} />
      <DayField {...day('to')} />
      <div className="col-span-full flex flex-wrap gap-3 empty:hidden">
        {search.userId && <OneMember id={search.userId} onRemove={() => apply({ ...search, userId: '' })} />}
        {Object.values(search).some(Boolean) && (
          <Button variant="quiet" onClick={() => apply({})}>
            {t('clearFilters')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

/** The member whose payments alone are shown, until that is taken back. */
function OneMember({ id, onRemove }: { id: string; onRemove(): void }) {
  const t = useTranslations('adminPayments');
  const { data: member } = useMember(id);
  return (
    <Button variant="secondary" onClick={onRemove}>
      {member?.name || t('fields.userId')}
      <X aria-label={t('remove')} size={18} />
    </Button>
  );
}
