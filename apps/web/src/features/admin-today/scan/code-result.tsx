'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { DeskSession } from '#lib/api/types.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import type { KnownPerson } from '../walk-in/known-person.ts';
import { CodeAccepted } from './code-accepted.tsx';
import { type CheckInByCode, NoCode, personOf } from './use-check-in-by-code.ts';
import { WalkInChoices } from './walk-in-choices.tsx';

interface CodeResultProps {
  check: CheckInByCode;
  session: DeskSession | null;
  sessions: DeskSession[];
  /** Looks for a place in another session of the day. */
  onAnySession(): void;
  onWalkIn(person: KnownPerson, session: DeskSession): void;
}

/** What became of the last code: who is in, or what is wrong and how to go on. */
export function CodeResult({ check, session, sessions, onAnySession, onWalkIn }: CodeResultProps) {
  const t = useTranslations('adminCheckIn');
  const problemText = useProblemText();
  if (check.isPending || check.isIdle) return null;
  if (check.data) return <CodeAccepted key={check.submittedAt} answer={check.data} />;
  const person = personOf(check.error);
  return (
    <Notice tone="trouble" className="grid gap-3">
      {person && <p className="font-bold text-2xl tracking-tight">{person.name}</p>}
      <p className="font-semibold text-lg">{check.error instanceof NoCode ? t('noCode') : problemText(check.error)}</p>
      {person && session && check.variables?.sessionId && (
        <Button variant="secondary" onClick={onAnySession}>
          {t('anySession')}
        </Button>
      )}
      {person && <WalkInChoices sessions={sessions} onChoose={(chosen) => onWalkIn(person, chosen)} />}
    </Notice>
  );
}
