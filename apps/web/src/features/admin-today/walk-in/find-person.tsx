'use client';

import { unwrap } from '@openmat/api-client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronRight, Search, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { TextField } from '#components/ui/field.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Person } from '#lib/api/types.ts';

/** Shorter texts find half the studio, and the API refuses them. */
const MIN_LENGTH = 2;
const PAUSE_MS = 200;

interface FindPersonProps {
  typed: string;
  onType(text: string): void;
  onFound(person: Person): void;
  onNew(): void;
}

/** Finds somebody by the beginnings of their names, their e-mail or their code. */
export function FindPerson({ typed, onType, onFound, onNew }: FindPersonProps) {
  const t = useTranslations('adminWalkIn');
  const q = useAfterPause(typed.trim());
  const isAsked = q.length >= MIN_LENGTH;
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.people(q),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/people', { params: { query: { q } }, signal })),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const people = isAsked ? data?.items : undefined;
  const isSettled = isAsked && !isFetching && q === typed.trim();
  return (
    <>
      <TextField
        type="search"
        label={t('find')}
        hint={t('findHint')}
        value={typed}
        onChange={({ target }) => onType(target.value)}
        autoComplete="off"
        prefix={<Search aria-hidden="true" size={18} />}
        className="min-h-13 text-lg"
      />
      <div role="status" className="empty:hidden">
        {isSettled && people?.length === 0 && <p>{t('nobody')}</p>}
        {isSettled && data?.hasMore && <p className="text-muted">{t('hasMore')}</p>}
      </div>
      {error && isAsked && !people && <ErrorState error={error} retry={refetch} pending={isFetching} />}
      {people && people.length > 0 && <Found people={people} onFound={onFound} />}
      <Button variant="secondary" className="min-h-13" onClick={onNew}>
        <UserPlus aria-hidden="true" size={20} />
        {t('new')}
      </Button>
    </>
  );
}

function Found({ people, onFound }: { people: Person[]; onFound(person: Person): void }) {
  const t = useTranslations('adminWalkIn');
  return (
    <ul aria-label={t('found')} className="border-line border-t">
      {people.map((person) => (
        <li key={person.id} className="border-line border-b">
          <button
            type="button"
            onClick={() => onFound(person)}
            className="flex min-h-16 w-full items-center gap-3 rounded-control py-2 text-left hover:bg-line/40"
          >
            <Avatar name={person.name} />
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{person.name}</span>
              <span className="block truncate text-muted text-sm">{person.email}</span>
            </span>
            {person.blocked && <Badge tone="trouble">{t('blocked')}</Badge>}
            <ChevronRight aria-hidden="true" size={20} className="shrink-0 text-muted" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What was typed once the fingers rest. */
function useAfterPause(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
