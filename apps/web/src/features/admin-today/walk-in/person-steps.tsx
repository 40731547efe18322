'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { DeskSession, PersonInSession } from '#lib/api/types.ts';
import { useNow } from '../use-now.ts';
import { BookStep } from './book-step.tsx';
import { CheckInStep } from './check-in-step.tsx';
import type { KnownPerson } from './known-person.ts';
import { nextStep } from './next-step.ts';
import { SellTicketForm } from './sell-ticket-form.tsx';
import { useDeskChange } from './use-desk-change.ts';

interface PersonStepsProps {
  person: KnownPerson;
  session: DeskSession;
}

/** The next thing to do for somebody who wants to go in, as the API sees them now. */
export function PersonSteps({ person, session }: PersonStepsProps) {
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
      {data && <NextStep person={person} session={session} stand={data} />}
      {!data && error && <ErrorState error={error} retry={refetch} pending={isFetching} />}
      {!data && !error && <Skeleton className="h-28 w-full" />}
    </section>
  );
}

function NextStep({ person, session, stand }: PersonStepsProps & { stand: PersonInSession }) {
  const t = useTranslations('adminWalkIn');
  const onChange = useDeskChange(session.id, person.id);
  const now = useNow();
  const { booking, ticket } = stand;
  const step = { person, session, onChange };
  switch (nextStep(person, session, stand, now)) {
    case 'checkIn':
      return booking && <CheckInStep booking={booking} session={session} onChange={onChange} />;
    case 'blocked':
      return <Notice tone="trouble">{t('blockedText')}</Notice>;
    case 'over':
      return null;
    case 'overlaps':
      return <Notice tone="trouble">{t('overlaps')}</Notice>;
    case 'fullLate':
      return <Notice tone="wait">{t('fullLate')}</Notice>;
    case 'waits':
      return <Notice tone="wait">{t('waits', { position: booking?.waitingPosition ?? 1 })}</Notice>;
    case 'sellForList':
      return <SellForList {...step} />;
    case 'sell':
      return <SellTicketForm {...step} />;
    case 'book':
      return ticket && <BookStep {...step} ticket={ticket} />;
  }
}

/** A ticket would only lead to a place in line: that is said before money is taken, and sold if it is still wanted. */
function SellForList({ session, ...step }: ComponentProps<typeof SellTicketForm> & Pick<PersonStepsProps, 'session'>) {
  const t = useTranslations('adminWalkIn');
  const [isWanted, setWanted] = useState(false);
  return (
    <>
      <Notice tone="wait">{t('full', { count: session.waitingCount })}</Notice>
      {isWanted ? (
        <SellTicketForm session={session} {...step} />
      ) : (
        <Button variant="wait" className="min-h-13" onClick={() => setWanted(true)}>
          {t('sellForList')}
        </Button>
      )}
    </>
  );
}
