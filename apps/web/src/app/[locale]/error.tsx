'use client';

import { isProblem, UnreachableError } from '@openmat/api-client';
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
  // A part of the page that did not arrive: React keeps the failure, so only loading it all again helps.
  const isCutOff = error.name === 'ChunkLoadError';
  const id = isProblem(error) ? error.problem.requestId : error.digest;
  return (
    <div className="grid justify-items-center gap-4 py-16 text-center">
      <h1 ref={heading} tabIndex={-1} className="font-bold text-2xl tracking-tight">
        {t('failed')}
      </h1>
      <p className="max-w-prose">{problemText(isCutOff ? new UnreachableError() : error)}</p>
      <Button variant="secondary" onClick={isCutOff ? () => window.location.reload() : retry}>
        {t('tryAgain')}
      </Button>
      {id && <p className="max-w-full break-words text-muted text-sm">{t('reference', { id })}</p>}
    </div>
  );
}
