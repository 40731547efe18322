'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { useRouter } from '#i18n/navigation.ts';
import {
  type MessageSearch,
  messageKinds,
  messageStatuses,
  messagesHref,
  readMessageSearch,
} from './message-search.ts';

/** Narrows the log down; what is chosen stands in the address. One member is chosen in the list itself. */
export function MessageFilters({ search: chosen }: { search: MessageSearch }) {
  const t = useTranslations('adminMessages');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [search, setSearch] = useOptimistic(chosen);
  const apply = (next: MessageSearch) =>
    startTransition(() => {
      setSearch(next);
      router.replace(messagesHref(next), { scroll: false });
    });
  const field = (name: 'status' | 'kind') => ({
    label: t(name),
    value: search[name] ?? '',
    onChange: (event: { target: { value: string } }) =>
      apply(readMessageSearch({ ...search, [name]: event.target.value })),
  });
  return (
    <fieldset
      aria-label={t('filters')}
      aria-busy={pending}
      className="grid min-w-0 grid-cols-2 items-end gap-3 pb-6 md:grid-cols-[repeat(2,minmax(0,16rem))_1fr]"
    >
      <SelectField {...field('status')}>
        <option value="">{t('all')}</option>
        {messageStatuses.map((status) => (
          <option key={status} value={status}>
            {t(`statuses.${status}`)}
          </option>
        ))}
      </SelectField>
      <SelectField {...field('kind')}>
        <option value="">{t('all')}</option>
        {messageKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      {Object.keys(search).length > 0 && (
        <Button variant="quiet" className="col-span-full justify-self-start md:col-span-1" onClick={() => apply({})}>
          {t('clearFilters')}
        </Button>
      )}
    </fieldset>
  );
}
