'use client';

import { useTranslations } from 'next-intl';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import { Button } from './button.tsx';

interface ErrorStateProps {
  error: unknown;
  retry(): void;
  pending?: boolean;
}

/** Something could not be loaded: what happened, and a way to try again. */
export function ErrorState({ error, retry, pending = false }: ErrorStateProps) {
  const t = useTranslations('common');
  const problemText = useProblemText();
  return (
    <div role="alert" className="grid justify-items-center gap-4 px-4 py-16 text-center">
      <p className="font-semibold text-lg">{problemText(error)}</p>
      <Button variant="secondary" pending={pending} onClick={retry}>
        {t('tryAgain')}
      </Button>
    </div>
  );
}
