'use client';

import { useTranslations } from 'next-intl';
import { PagedList } from '#components/ui/paged-list.tsx';
import type { CatalogueItems, CatalogueKind } from './catalogue-api.ts';
import { RestoreItem } from './restore-item.tsx';

/** What can no longer be chosen for sessions, with the way back; nothing where nothing is retired. */
export function RetiredItems({ kind, list }: { kind: CatalogueKind; list: CatalogueItems }) {
  const t = useTranslations('adminSettings');
  if (list.isPending) return null;
  return (
    <PagedList list={list} loading={t('loading')} empty={null}>
      {(items) => (
        <section aria-labelledby="retired" className="pt-6">
          <h2 id="retired" className="pb-3 font-bold text-xl tracking-tight">
            {t('catalogue.retired')}
          </h2>
          <ul aria-labelledby="retired" className="border-line border-t">
            {items.map((item) => (
              <li key={item.id} className="flex items-center justify-between gap-4 border-line border-b py-3">
                <p className="min-w-0 break-words text-muted">{item.name}</p>
                <RestoreItem kind={kind} item={item} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </PagedList>
  );
}
