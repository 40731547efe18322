'use client';

import { useTranslations } from 'next-intl';
import { Avatar } from '#components/ui/avatar.tsx';
import type { DeskSession, RosterEntry } from '#lib/api/types.ts';
import { canGivePlace } from './can-give-place.ts';
import { EntryHints } from './entry-hints.tsx';
import { EntryMenu } from './entry-menu.tsx';
import { GivePlace } from './give-place.tsx';
import { PersonName } from './person-name.tsx';
import { useNow } from './use-now.ts';

/** Those who wait, in their order; nobody, and it is not there. */
export function WaitingList({ session, entries }: { session: DeskSession; entries: RosterEntry[] }) {
  const t = useTranslations('adminToday');
  const isGivable = canGivePlace(session, useNow());
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="waiting" className="pt-10">
      <h2 id="waiting" className="pb-3 font-bold text-wait text-xl tracking-tight">
        {t('waitingList')}
      </h2>
      <ol aria-labelledby="waiting" className="border-line border-t">
        {entries.map((entry) => (
          <li key={entry.bookingId} className="flex min-h-16 items-center gap-3 border-line border-b py-2">
            <span className="w-6 text-center font-bold text-lg text-wait">{entry.waitingPosition}</span>
            <Avatar name={entry.user.name} />
            <div className="min-w-0 flex-1">
              <p className="font-semibold">
                <PersonName user={entry.user} />
              </p>
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
                <span>{entry.ticket.name}</span>
                <EntryHints entry={entry} timeZone={session.timeZone} />
              </p>
            </div>
            {isGivable && <GivePlace entry={entry} sessionId={session.id} />}
            <EntryMenu entry={entry} session={session} />
          </li>
        ))}
      </ol>
    </section>
  );
}
