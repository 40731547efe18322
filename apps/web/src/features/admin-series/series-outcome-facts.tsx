'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Definition, DefinitionList } from '#components/ui/definition-list.tsx';
import { Consequences } from '#features/admin-sessions/consequences.tsx';
import type { SeriesOutcome } from '#lib/api/types.ts';

type Affected = SeriesOutcome['canceledSessions'];

/** What a change of a series means before it is made: for its sessions, and for the people in them. */
export function SeriesOutcomeFacts({ outcome }: { outcome: SeriesOutcome }) {
  const t = useTranslations('adminSeries');
  const { changedSessions, canceledSessions, deletedSessions, createdSessions, consequences, series } = outcome;
  return (
    <div className="grid gap-3">
      <DefinitionList>
        <Definition term={t('sessions')}>
          <ul>
            {createdSessions > 0 && <li>{t('created', { count: createdSessions })}</li>}
            {changedSessions.length > 0 && <li>{t('changed', { count: changedSessions.length })}</li>}
            {deletedSessions.length > 0 && <li>{t('deleted', { count: deletedSessions.length })}</li>}
            {canceledSessions.length > 0 && (
              <li className="font-semibold text-trouble">{t('canceled', { count: canceledSessions.length })}</li>
            )}
            {createdSessions + changedSessions.length + deletedSessions.length + canceledSessions.length === 0 && (
              <li>{t('noSessions')}</li>
            )}
          </ul>
          {canceledSessions.length > 0 && <CanceledDays sessions={canceledSessions} timeZone={series.timeZone} />}
        </Definition>
      </DefinitionList>
      <Consequences facts={consequences} />
    </div>
  );
}

function CanceledDays({ sessions, timeZone }: { sessions: Affected; timeZone: string }) {
  const t = useTranslations('adminSeries');
  const format = useFormatter();
  return (
    <ul className="text-muted text-sm">
      {sessions.map(({ id, startsAt, activeCount, waitingCount }) => (
        <li key={id}>
          {format.dateTime(new Date(startsAt), 'moment', { timeZone })} ·{' '}
          {t('bookedCount', { active: activeCount, waiting: waitingCount })}
        </li>
      ))}
    </ul>
  );
}
