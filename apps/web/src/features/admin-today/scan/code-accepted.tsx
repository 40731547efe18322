'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { EntryHints } from '../entry-hints.tsx';
import { ATTENDANCE } from '../use-attendance.ts';
import type { CheckInByCode } from './use-check-in-by-code.ts';

/** Somebody may go in: large enough to be read from the other side of the desk. */
export function CodeAccepted({ answer }: { answer: NonNullable<CheckInByCode['data']> }) {
  const t = useTranslations('adminCheckIn');
  const format = useFormatter();
  const { user, session, alreadyCheckedIn, checkedInAt } = answer;
  const undo = useUndo(answer);
  const time = (at: string) => format.dateTime(new Date(at), 'time', { timeZone: session.timeZone });
  if (undo.isSuccess) return <Notice>{t('undone', { name: user.name })}</Notice>;
  return (
    <Notice tone="good" className="grid gap-2">
      <p className="flex items-center gap-3 font-bold text-2xl tracking-tight">
        <Check aria-hidden="true" size={32} strokeWidth={3} className="shrink-0 text-accent" />
        {user.name}
      </p>
      <p className="text-lg">{t('inSession', { time: time(session.startsAt), class: session.class.name })}</p>
      {alreadyCheckedIn && checkedInAt && <p className="font-semibold">{t('already', { time: time(checkedInAt) })}</p>}
      <p className="flex flex-wrap gap-2 empty:hidden">
        <EntryHints entry={answer} timeZone={session.timeZone} />
      </p>
      <FormProblem error={undo.error} />
      {!alreadyCheckedIn && (
        <Button variant="quiet" className="justify-self-start" pending={undo.isPending} onClick={() => undo.mutate()}>
          {t('undo')}
        </Button>
      )}
    </Notice>
  );
}

function useUndo({ bookingId: id, session }: NonNullable<CheckInByCode['data']>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationKey: ATTENDANCE,
    mutationFn: () => unwrap(api.DELETE('/api/v1/admin/bookings/{id}/check-in', { params: { path: { id } } })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.roster(session.id) });
      void queryClient.invalidateQueries({ queryKey: queryKeys.deskDays });
    },
  });
}
