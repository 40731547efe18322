'use client';

import { useTranslations } from 'next-intl';
import type { DeskSession } from '#lib/api/types.ts';
import { DeskSessionRow } from './desk-session-row.tsx';
import { phasesOf } from './session-phase.ts';
import { useNow } from './use-now.ts';

/** What is on and what comes first; what is over can be opened, unless everything is. */
export function SessionsOfDay({ sessions }: { sessions: DeskSession[] }) {
  const t = useTranslations('adminToday');
  const phases = phasesOf(sessions, useNow());
  const phaseOf = (session: DeskSession) => phases.get(session.id) ?? 'later';
  const over = sessions.filter((session) => phaseOf(session) === 'over');
  const ahead = sessions.filter((session) => phaseOf(session) !== 'over');
  const list = (label: string, some: DeskSession[]) => (
    <ol aria-label={label} className="border-line border-t">
      {some.map((session) => (
        <DeskSessionRow key={session.id} session={session} phase={phaseOf(session)} />
      ))}
    </ol>
  );
  if (ahead.length === 0) return list(t('sessions'), over);
  return (
    <>
      {list(t('sessions'), ahead)}
      {over.length > 0 && (
        <details className="pt-6">
          <summary className="flex min-h-11 items-center font-semibold text-muted hover:text-ink">
            {t('overCount', { count: over.length })}
          </summary>
          {list(t('over'), over)}
        </details>
      )}
    </>
  );
}
