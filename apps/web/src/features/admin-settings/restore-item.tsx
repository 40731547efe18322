'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { useToast } from '#components/ui/toast.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import { type CatalogueItem, type CatalogueKind, useRestoreItem } from './catalogue-api.ts';

/** Puts something that was retired back into the catalogue. It can be retired again, so it does not ask. */
export function RestoreItem({ kind, item }: { kind: CatalogueKind; item: CatalogueItem }) {
  const t = useTranslations('adminSettings');
  const toast = useToast();
  const problemText = useProblemText();
  const { name } = item;
  const restore = useRestoreItem(kind, item, () => toast({ tone: 'good', text: t('catalogue.restored', { name }) }));
  return (
    <Button
      variant="secondary"
      aria-label={t('catalogue.restoreOne', { name })}
      pending={restore.isPending}
      onClick={() =>
        restore.mutate(undefined, { onError: (error) => toast({ tone: 'trouble', text: problemText(error) }) })
      }
    >
      {t('catalogue.restore')}
    </Button>
  );
}
