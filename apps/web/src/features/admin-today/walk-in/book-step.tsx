'use client';

import { unwrap } from '@openmat/api-client';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { api } from '#lib/api/browser-client.ts';
import type { DeskSession, PersonInSession } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import type { KnownPerson } from './known-person.ts';

interface BookStepProps {
  person: KnownPerson;
  session: DeskSession;
  ticket: NonNullable<PersonInSession['ticket']>;
  onChange(): Promise<void>;
}

/** A ticket covers the session: the place is booked, or one in line where there is none. */
export function BookStep({ person, session, ticket, onChange }: BookStepProps) {
  const t = useTranslations('adminWalkIn');
  const isFull = session.activeCount >= session.capacity;
  const book = useIntent(
    (userId: string, key) => {
      const params = { path: { id: session.id } };
      const headers = { 'Idempotency-Key': key };
      return unwrap(api.POST('/api/v1/admin/sessions/{id}/bookings', { params, body: { userId }, headers }));
    },
    // Refused because of what somebody else did meanwhile: the next step is another one then.
    { onSuccess: onChange, onError: onChange },
  );
  return (
    <div className="grid gap-4">
      <TicketLine ticket={ticket} timeZone={session.timeZone} />
      {isFull && <Notice tone="wait">{t('full', { count: session.waitingCount })}</Notice>}
      <FormProblem error={book.error} />
      <Button
        variant={isFull ? 'wait' : 'primary'}
        className="min-h-13"
        pending={book.isPending}
        onClick={() => book.mutate(person.id)}
      >
        {isFull ? t('joinList') : t('book')}
      </Button>
    </div>
  );
}

function TicketLine({ ticket, timeZone }: { ticket: BookStepProps['ticket']; timeZone: string }) {
  const t = useTranslations('adminWalkIn');
  const format = useFormatter();
  const { name, entriesLeft, validUntil } = ticket;
  return (
    <p>
      <span className="block font-semibold">{t('covered', { ticket: name })}</span>
      <span className="text-muted text-sm">
        {entriesLeft === null ? t('unlimited') : t('entriesLeft', { count: entriesLeft })}
        {validUntil && ` · ${t('until', { date: format.dateTime(new Date(validUntil), 'date', { timeZone }) })}`}
      </span>
    </p>
  );
}
