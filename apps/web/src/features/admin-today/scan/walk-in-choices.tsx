'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import type { DeskSession } from '#lib/api/types.ts';
import { useNow } from '../use-now.ts';

interface WalkInChoicesProps {
  sessions: DeskSession[];
  onChoose(session: DeskSession): void;
}

/** The sessions that somebody without a booking could still go into. */
export function WalkInChoices({ sessions, onChoose }: WalkInChoicesProps) {
  const t = useTranslations('adminCheckIn');
  const format = useFormatter();
  const now = useNow();
  const open = sessions.filter(({ state, endsAt }) => state === 'scheduled' && Date.parse(endsAt) > now);
  if (open.length === 0) return <p>{t('nothingOpen')}</p>;
  return open.map((session) => (
    <Button key={session.id} variant="secondary" className="min-h-12" onClick={() => onChoose(session)}>
      {t('walkInto', {
        time: format.dateTime(new Date(session.startsAt), 'time', { timeZone: session.timeZone }),
        class: session.class.name,
      })}
    </Button>
  ));
}
