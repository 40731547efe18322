'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import { wayLooks } from './way-link.tsx';

const tones = { wait: 'bg-wait-soft text-wait', trouble: 'bg-trouble-soft text-trouble' } as const;

interface RefusalNoteProps {
  tone: keyof typeof tones;
  text: string;
  /** The ways on from here. */
  children: ReactNode;
}

/** Below a session: what came between a member and their place. */
export function RefusalNote({ tone, text, children }: RefusalNoteProps) {
  return (
    <div className={`mt-3 rounded-control px-4 pt-3 pb-1 text-[0.9375rem] ${tones[tone]}`}>
      <p className="font-medium">{text}</p>
      <p className="flex min-h-2 flex-wrap gap-x-5">{children}</p>
    </div>
  );
}

/** A booking that nobody answered. */
export function NoAnswerNote({ error, retry }: { error: Error; retry(): void }) {
  const problemText = useProblemText();
  return (
    <RefusalNote tone="trouble" text={problemText(error)}>
      <TryAgain retry={retry} />
    </RefusalNote>
  );
}

export function TryAgain({ retry }: { retry(): void }) {
  const t = useTranslations('offer.wayOn');
  return (
    <button type="button" className={wayLooks} onClick={retry}>
      {t('tryAgain')}
    </button>
  );
}
