'use client';

import { useTranslations } from 'next-intl';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface MoreButtonProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; error: Error | null; fetchNextPage(): unknown };
}

/** Loads the next page of a list; nothing when there is none. */
export function MoreButton({ list }: MoreButtonProps) {
  const t = useTranslations('common');
  const problemText = useProblemText();
  if (!list.hasNextPage) return null;
  return (
    <div className="grid justify-items-center gap-3 py-6">
      {list.error && (
        <Notice tone="trouble" role="alert">
          {problemText(list.error)}
        </Notice>
      )}
      <Button variant="secondary" pending={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
        {t('showMore')}
      </Button>
    </div>
  );
}
