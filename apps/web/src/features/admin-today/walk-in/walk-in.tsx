'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { DeskSession } from '#lib/api/types.ts';
import { useNow } from '../use-now.ts';
import { FindPerson } from './find-person.tsx';
import type { KnownPerson } from './known-person.ts';
import { NewPersonForm } from './new-person-form.tsx';
import { PersonSteps } from './person-steps.tsx';

interface WalkInProps {
  session: DeskSession;
  /** Whose code was shown; null where they have to be found first. */
  person: KnownPerson | null;
  onDone(): void;
  doneLabel: string;
}

/**
 * Somebody without a booking: found or made, given a ticket where none covers the session, booked, checked in. Every step is done
 * when it is done, so that one may stop anywhere and go on later.
 */
export function WalkIn({ session, person: known, onDone, doneLabel }: WalkInProps) {
  const t = useTranslations('adminWalkIn');
  const [person, setPerson] = useState(known);
  const [typed, setTyped] = useState('');
  const [isNew, setNew] = useState(false);
  const now = useNow();
  const isOver = now >= Date.parse(session.endsAt);
  const isLate = !isOver && now >= Date.parse(session.startsAt);
  const findAgain = (email: string) => {
    setTyped(email);
    setNew(false);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <p className="text-muted">{t('into', { class: session.class.name })}</p>
      {isOver && <Notice tone="wait">{t('over')}</Notice>}
      {isLate && <Notice>{t('late')}</Notice>}
      {person && (
        <>
          <PersonSteps person={person} session={session} />
          <Button variant="quiet" className="justify-self-start" onClick={onDone}>
            {doneLabel}
          </Button>
        </>
      )}
      {!person && isNew && (
        <NewPersonForm typed={typed} onCreated={setPerson} onTaken={findAgain} onBack={() => setNew(false)} />
      )}
      {!person && !isNew && (
        <FindPerson typed={typed} onType={setTyped} onFound={setPerson} onNew={() => setNew(true)} />
      )}
    </div>
  );
}
