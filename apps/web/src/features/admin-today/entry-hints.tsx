'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import type { RosterEntry } from '#lib/api/types.ts';

/** What is worth a word at the desk: somebody new, a ticket that ends, somebody who was missed. */
export function EntryHints({ entry, timeZone }: { entry: RosterEntry; timeZone: string }) {
  const t = useTranslations('adminToday');
  const format = useFormatter();
  const { state, firstVisit, noShowAt, ticket } = entry;
  const { entriesLeft, lastEntry, expiresSoon, validUntil } = ticket;
  const lacksEntry = state === 'waiting' && entriesLeft === 0;
  return (
    <>
      {noShowAt && <Badge tone="trouble">{t('hints.noShow')}</Badge>}
      {firstVisit && <Badge tone="good">{t('hints.firstVisit')}</Badge>}
      {lastEntry && <Badge tone="wait">{t('hints.lastEntry')}</Badge>}
      {lacksEntry && <Badge tone="trouble">{t('hints.noEntry')}</Badge>}
      {expiresSoon && validUntil && (
        <Badge tone="wait">
          {t('hints.ends', { date: format.dateTime(new Date(validUntil), 'shortDay', { timeZone }) })}
        </Badge>
      )}
    </>
  );
}
