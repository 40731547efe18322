'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { DeskSession, PersonInSession } from '#lib/api/types.ts';
import { BookStep } from './book-step.tsx';
import { CheckInStep } from './check-in-step.tsx';
import type { KnownPerson } from './known-person.ts';
import { SellTicketForm } from './sell-ticket-form.tsx';
import { useDeskChange } from './use-desk-change.ts';

interface PersonStepsProps {
  person: KnownPerson;
  session: DeskSession;
  canBook: boolean;
}

/** The next thing to do for somebody who wants to go in, as the API sees them now. */
export function PersonSteps({ person, session, canBook }: PersonStepsProps) {
  const steps = useRef<HTMLDivElement>(null);
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.personInSession(session.id, person.id),
    queryFn: ({ signal }) => {
      const path = { id: session.id, userId: person.id };
      return unwrap(api.GET('/api/v1/admin/sessions/{id}/people/{userId}', { params: { path }, signal }));
    },
    staleTime: 0,
  });
  useEffect(() => {
    // The button of the step before has gone, and the focus with it.
    if (data && document.activeElement === document.body) steps.current?.focus();
  }, [data]);
  return (
    <section ref={steps} tabIndex={-1} aria-label={person.name} className="grid gap-5 outline-none">
      <div className="flex items-center gap-4">
        <Avatar name={person.name} size="large" />
        <div className="min-w-0">
          <h3 className="font-bold text-2xl leading-tight tracking-tight">{person.name}</h3>
          {person.email && <p className="truncate text-muted text-sm">{person.email}</p>}
        </div>
      </div>
      {data && <NextStep person={person} session={session} canBook={canBook} stand={data} />}
      {!data && error && <ErrorState error={error} retry={refetch} pending={isFetching} />}
      {!data && !error && <Skeleton className="h-28 w-full" />}
    </section>
  );
}

function NextStep({ person, session, canBook, stand }: PersonStepsProps & { stand: PersonInSession }) {
  const t = useTranslations('adminWalkIn');
  const onChange = useDeskChange(session.id, person.id);
  const { booking, ticket } = stand;
  if (booking?.state === 'active') return <CheckInStep booking={booking} session={session} onChange={onChange} />;
  if (person.blocked) return <Notice tone="trouble">{t('blockedText')}</Notice>;
  if (!canBook) return null;
  const step = { person, session, onChange };
  if (!ticket) return <SellTicketForm {...step} />;
  return <BookStep {...step} ticket={ticket} waitingPosition={booking?.waitingPosition ?? null} />;
}
