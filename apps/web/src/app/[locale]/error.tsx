'use client';

import { isProblem } from '@openmat/api-client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useProblemText } from '#lib/api/use-problem-text.ts';

interface PageErrorProps {
  /** With a digest when it happened on the server, which has logged it under that name. */
  error: Error & { digest?: string };
  retry: () => void;
}

/** Stands in for a page that failed. */
export default function PageError({ error, retry }: PageErrorProps) {
  const t = useTranslations('common');
  const problemText = useProblemText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const id = isProblem(error) ? error.problem.requestId : error.digest;
  return (
    <div className="grid justify-items-center gap-4 py-16 text-center">
      <h1 ref={heading} tabIndex={-1} className="font-bold text-2xl tracking-tight">
        {t('failed')}
      </h1>
      <p className="max-w-prose">{problemText(error)}</p>
      <Button variant="secondary" onClick={retry}>
        {t('tryAgain')}
      </Button>
      {id && <p className="max-w-full break-words text-muted text-sm">{t('reference', { id })}</p>}
    </div>
  );
}
