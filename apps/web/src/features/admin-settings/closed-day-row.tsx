'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LazyAlertDialog } from '#components/ui/lazy-alert-dialog.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { ClosedDay } from '#lib/api/types.ts';

/** One closed day: where, why, what takes place all the same, and the way to open it again. */
export function ClosedDayRow({ day: { id, day, location, reason, scheduledSessions } }: { day: ClosedDay }) {
  const t = useTranslations('adminSettings');
  const format = useFormatter();
  const [isOpen, setOpen] = useState(false);
  const open = useOpenDay(id);
  const date = format.dateTime(new Date(`${day}T00:00:00Z`), 'date', { timeZone: 'UTC' });
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-4 border-line border-b py-3">
      <div className="min-w-0">
        <p className="font-semibold">{date}</p>
        <p className="break-words text-muted text-sm">
          {location?.name ?? t('closed.everywhere')}
          {reason && ` · ${reason}`}
        </p>
        {scheduledSessions > 0 && (
          <Link
            href={`/admin/sessions?view=list&from=${day}&to=${day}${location ? `&locationId=${location.id}` : ''}`}
            prefetch={false}
            className="inline-block py-1 font-medium text-sm text-wait underline underline-offset-4"
          >
            {t('closed.stillThere', { count: scheduledSessions })}
          </Link>
        )}
      </div>
      <Button variant="quiet" aria-label={t('closed.openDay', { date })} onClick={() => setOpen(true)}>
        {t('closed.open')}
      </Button>
      <LazyAlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('closed.openDay', { date })}
        text={t('closed.openText')}
        keep={t('closed.keep')}
        confirm={t('closed.open')}
        onConfirm={open.mutate}
        pending={open.isPending}
        error={open.error}
      />
    </li>
  );
}

function useOpenDay(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      try {
        await unwrap(api.DELETE('/api/v1/admin/closed-days/{id}', { params: { path: { id } } }));
      } catch (error) {
        // An attempt whose answer got lost has done it already.
        if (!isProblem(error, 'not_found')) throw error;
      }
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.closedDayList }),
  });
}
