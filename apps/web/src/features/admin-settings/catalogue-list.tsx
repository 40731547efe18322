'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { type CatalogueItem, type CatalogueItems, type CatalogueKind, useCatalogueItems } from './catalogue-api.ts';
import { RetiredItems } from './retired-items.tsx';

const CatalogueEditor = dynamic(() => import('./catalogue-editor.tsx').then((module) => module.CatalogueEditor));

/** Classes, locations or instructors: what sessions are made of, and what they no longer are. */
export function CatalogueList({ kind }: { kind: CatalogueKind }) {
  const t = useTranslations('adminSettings');
  /** As it was when it was opened, or that a new one is made. */
  const [opened, setOpened] = useState<CatalogueItem | 'new' | null>(null);
  const list = useCatalogueItems(kind, 'active');
  const retired = useCatalogueItems(kind, 'retired');
  const old = opened === 'new' ? null : opened;
  // What somebody else has retired stays open, with what was typed.
  const gone = itemIn(retired, old);
  return (
    <div className="grid max-w-2xl gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <p className="max-w-prose text-muted">{t(`catalogue.about.${kind}`)}</p>
        <Button onClick={() => setOpened('new')}>{t(`catalogue.add.${kind}`)}</Button>
      </div>
      <PagedList list={list} loading={t('loading')} empty={<EmptyState title={t(`catalogue.none.${kind}`)} />}>
        {(items) => (
          <ul aria-label={t(`tabs.${kind}`)} className="border-line border-t">
            {items.map((each) => (
              <CatalogueRow key={each.id} item={each} onEdit={() => setOpened(each)} />
            ))}
          </ul>
        )}
      </PagedList>
      <RetiredItems kind={kind} list={retired} />
      {opened && (
        <CatalogueEditor
          key={old?.id}
          kind={kind}
          item={itemIn(list, old) ?? gone ?? old}
          isRetired={gone !== undefined}
          reload={() => list.refetch({ throwOnError: true })}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}

const itemIn = (list: CatalogueItems, item: CatalogueItem | null) =>
  list.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === item?.id);

function CatalogueRow({ item, onEdit }: { item: CatalogueItem; onEdit(): void }) {
  const t = useTranslations('adminSettings');
  const { name, description, address, timeZone, bio, cancellationCutoffMinutes: cutoff } = item;
  const about = [address, timeZone, description, bio].filter(Boolean).join(' · ');
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-4 border-line border-b py-3">
      <div className="min-w-0">
        <p className="break-words font-semibold">{name}</p>
        {about && <p className="line-clamp-2 break-words text-muted text-sm">{about}</p>}
        {typeof cutoff === 'number' && <p className="text-sm">{t('catalogue.ownCutoff', { minutes: cutoff })}</p>}
      </div>
      <Button variant="quiet" aria-haspopup="dialog" aria-label={t('catalogue.editOne', { name })} onClick={onEdit}>
        {t('catalogue.edit')}
      </Button>
    </li>
  );
}
