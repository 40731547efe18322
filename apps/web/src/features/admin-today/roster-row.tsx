'use client';

import { Check } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import type { DeskSession, RosterEntry } from '#lib/api/types.ts';
import { EntryHints } from './entry-hints.tsx';
import { EntryMenu } from './entry-menu.tsx';
import { PersonName } from './person-name.tsx';

interface RosterRowProps {
  entry: RosterEntry;
  session: DeskSession;
  /** Whether anybody can be checked in now. */
  isOpen: boolean;
  onTap(isHere: boolean): void;
}

/** Somebody with a place. The whole row checks in; taking it back is a button that has to be aimed at. */
export function RosterRow({ entry, session, isOpen, onTap }: RosterRowProps) {
  const t = useTranslations('adminToday');
  const { user, ticket, checkedInAt } = entry;
  const isHere = checkedInAt !== null;
  const press = (event: MouseEvent) => {
    // The second click of a nervous double tap would take back what the first has done.
    if (event.detail < 2) onTap(!isHere);
  };
  return (
    <li
      className={`relative flex min-h-18 items-center gap-3 border-line border-b py-2 ${isHere ? '' : 'has-[button.check:active]:bg-line/40'}`}
    >
      <Mark name={user.name} isHere={isHere} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-lg leading-snug">
          <PersonName user={user} />
        </p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
          {checkedInAt && <CheckedInAt at={checkedInAt} timeZone={session.timeZone} />}
          <span>{ticket.name}</span>
          <EntryHints entry={entry} timeZone={session.timeZone} />
        </p>
      </div>
      {isOpen && (
        <button
          type="button"
          onClick={press}
          className={buttonClass(
            isHere ? 'quiet' : 'secondary',
            // What moves would be the box that the pseudo-element fills: a press beside the button would end beside it.
            isHere ? '' : 'check static! min-h-12 after:absolute after:inset-0 active:translate-none!',
          )}
        >
          {isHere ? t('undo') : t('checkIn')}
          <span className="sr-only"> {user.name}</span>
        </button>
      )}
      <EntryMenu entry={entry} session={session} />
    </li>
  );
}

function Mark({ name, isHere }: { name: string; isHere: boolean }) {
  if (!isHere) return <Avatar name={name} />;
  return (
    <span aria-hidden="true" className="grid size-10 shrink-0 place-items-center rounded-full bg-accent text-on-accent">
      <Check size={22} strokeWidth={2.5} />
    </span>
  );
}

function CheckedInAt({ at, timeZone }: { at: string; timeZone: string }) {
  const t = useTranslations('adminToday');
  const format = useFormatter();
  return (
    <span className="font-semibold text-accent">
      {t('hereSince', { time: format.dateTime(new Date(at), 'time', { timeZone }) })}
    </span>
  );
}
