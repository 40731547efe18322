'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField, TextField } from '#components/ui/field.tsx';
import { useRouter } from '#i18n/navigation.ts';
import { type AdminSessionSearch, adminSessionsHref, type SearchName } from './admin-session-search.ts';
import { useCatalogue } from './use-catalogue.ts';

/** Narrows the list down; what is chosen stands in the address, so that it can be kept and shared. */
export function SessionFilters({ search: chosen }: { search: AdminSessionSearch }) {
  const t = useTranslations('adminSessions');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [search, setSearch] = useOptimistic(chosen);
  const { data } = useCatalogue();
  const apply = (next: AdminSessionSearch) =>
    startTransition(() => {
      setSearch(next);
      router.replace(adminSessionsHref(next), { scroll: false });
    });
  const field = (name: SearchName) => ({
    label: t(name),
    value: search[name] ?? '',
    onChange: (event: { target: { value: string } }) => apply({ ...search, [name]: event.target.value }),
  });
  const select = (name: SearchName, choices: readonly { id: string; name: string }[] = []) => (
    <SelectField {...field(name)}>
      <option value="">{t('all')}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </SelectField>
  );
  const states = (['scheduled', 'canceled'] as const).map((id) => ({ id, name: t(`states.${id}`) }));
  return (
    <fieldset
      aria-label={t('filters')}
      aria-busy={pending}
      className="grid min-w-0 grid-cols-2 items-end gap-3 pb-6 md:grid-cols-3 lg:grid-cols-[repeat(2,minmax(0,1.2fr))_repeat(4,minmax(0,1fr))]"
    >
      <TextField type="date" {...field('from')} />
      <TextField type="date" {...field('to')} />
      {select('classId', data?.classes)}
      {select('locationId', data?.locations)}
      {select('instructorId', data?.instructors)}
      {select('state', states)}
      {Object.keys(search).length > 0 && (
        <Button variant="quiet" className="col-span-full justify-self-start" onClick={() => apply({})}>
          {t('clearFilters')}
        </Button>
      )}
    </fieldset>
  );
}
