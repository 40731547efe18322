'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { api } from '#lib/api/browser-client.ts';
import type { DeskSession, PersonInSession } from '#lib/api/types.ts';
import { isCheckInOpen } from '../is-check-in-open.ts';
import { ATTENDANCE } from '../use-attendance.ts';
import { useNow } from '../use-now.ts';

interface CheckInStepProps {
  booking: NonNullable<PersonInSession['booking']>;
  session: DeskSession;
  onChange(): Promise<void>;
}

/** They have a place: they go in, on the day of the session. */
export function CheckInStep({ booking, session, onChange }: CheckInStepProps) {
  const t = useTranslations('adminWalkIn');
  const isOpen = isCheckInOpen(session, useNow());
  const checkIn = useMutation({
    mutationKey: ATTENDANCE,
    mutationFn: () =>
      unwrap(api.POST('/api/v1/admin/bookings/{id}/check-in', { params: { path: { id: booking.id } } })),
    onSuccess: onChange,
  });
  const isHere = booking.checkedInAt !== null;
  return (
    <div className="grid gap-4">
      <Notice tone="good" role="status" className="flex items-center gap-3 font-semibold text-lg">
        <Check aria-hidden="true" size={26} strokeWidth={2.5} className="shrink-0 text-accent" />
        {isHere ? t('isHere') : t('hasPlace')}
      </Notice>
      <FormProblem error={checkIn.error} />
      {!isHere && isOpen && (
        <Button className="min-h-13" pending={checkIn.isPending} onClick={() => checkIn.mutate()}>
          {t('checkIn')}
        </Button>
      )}
    </div>
  );
}
