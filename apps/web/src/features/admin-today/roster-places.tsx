'use client';

import { Search } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { controlClass } from '#components/ui/labelled.tsx';
import type { DeskSession, RosterEntry } from '#lib/api/types.ts';
import { isCheckInOpen } from './is-check-in-open.ts';
import { searchRoster } from './roster-entries.ts';
import { RosterRow } from './roster-row.tsx';
import { useAttendance } from './use-attendance.ts';
import { useNow } from './use-now.ts';

/** Those with a place: one tap checks in, and so does the key Enter once a single name is left. */
export function RosterPlaces({ session, entries }: { session: DeskSession; entries: RosterEntry[] }) {
  const t = useTranslations('adminToday');
  const locale = useLocale();
  const isOpen = isCheckInOpen(session, useNow());
  const [typed, setTyped] = useState('');
  const [said, say] = useState('');
  const { mutate: tap } = useAttendance(session.id, ({ entry, isHere }) =>
    say(t(isHere ? 'checkedIn' : 'undone', { name: entry.user.name })),
  );
  const found = searchRoster(entries, typed).toSorted((a, b) => a.user.name.localeCompare(b.user.name, locale));
  const enter = (event: FormEvent) => {
    event.preventDefault();
    const [only, ...others] = found;
    if (!only || others.length > 0 || !isOpen) return;
    if (only.checkedInAt) say(t('isHere', { name: only.user.name }));
    else tap({ entry: only, isHere: true });
    setTyped('');
  };
  return (
    <section aria-label={t('roster')}>
      <p role="status" className="sr-only">
        {said}
      </p>
      {entries.length > 0 && (
        <form onSubmit={enter} className="sticky top-0 z-10 -mx-1 bg-paper px-1 pt-1 pb-3">
          <SearchField value={typed} onChange={setTyped} hint={isOpen ? t('searchHint') : undefined} />
        </form>
      )}
      {entries.length > 0 && found.length === 0 && <p className="py-6 text-muted">{t('nobodyFound')}</p>}
      {entries.length === 0 && <p className="py-6 text-muted">{t('nobody')}</p>}
      {found.length > 0 && (
        <ul aria-label={t('roster')} className="border-line border-t">
          {found.map((entry) => (
            <RosterRow
              key={entry.bookingId}
              entry={entry}
              session={session}
              isOpen={isOpen}
              onTap={(isHere) => tap({ entry, isHere })}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface SearchFieldProps {
  value: string;
  onChange(value: string): void;
  hint: string | undefined;
}

function SearchField({ value, onChange, hint }: SearchFieldProps) {
  const t = useTranslations('adminToday');
  return (
    <label className="relative block">
      <span className="sr-only">{t('search')}</span>
      <Search
        aria-hidden="true"
        size={20}
        className="pointer-events-none absolute inset-y-0 left-3.5 my-auto text-muted"
      />
      <input
        type="search"
        autoComplete="off"
        enterKeyHint="done"
        placeholder={t('search')}
        title={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${controlClass} min-h-13 pl-11 text-lg`}
      />
    </label>
  );
}
