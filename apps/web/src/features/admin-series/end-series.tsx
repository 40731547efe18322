'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Series } from '#lib/api/types.ts';
import { SeriesOutcomeFacts } from './series-outcome-facts.tsx';
import { forgetSchedule } from './use-change-series.ts';

/** Ends a series with all that is to come, or from a day on, after saying what that means. */
export function EndSeries({ series }: { series: Series }) {
  const t = useTranslations('adminSeries');
  const sessions = useTranslations('adminSessions');
  const [isOpen, setOpen] = useState(false);
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const plan = usePlan(series, from, isOpen);
  const end = useEnd(series, () => setOpen(false));
  const queryClient = useQueryClient();
  const reload = () => queryClient.refetchQueries({ queryKey: queryKeys.oneSeries(series.id) }, { throwOnError: true });
  const refused = fieldErrors(plan.error).from;
  const canceled = plan.data?.canceledSessions.length ?? 0;
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('end')}
      </Button>
      <AlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('endTitle')}
        text={t('endText')}
        keep={t('keep')}
        confirm={canceled > 0 ? t('endAndCancel', { count: canceled }) : t('end')}
        onConfirm={() =>
          plan.data &&
          !plan.error &&
          end.mutate({ ...scopeOf(from), reason: reason.trim(), cancelBooked: canceled > 0 })
        }
        pending={end.isPending || plan.isFetching}
      >
        <TextField
          type="date"
          label={t('endFrom')}
          hint={t('endFromHint')}
          optional
          value={from}
          error={refused}
          onChange={(event) => setFrom(event.target.value)}
        />
        {plan.data && !plan.error && <SeriesOutcomeFacts outcome={plan.data} />}
        {plan.isPending && <Skeleton className="h-40 w-full" />}
        <TextField
          label={sessions('reason')}
          hint={sessions('reasonHint')}
          optional
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
        <EditProblem error={end.error ?? (refused ? null : plan.error)} reload={reload} onLoaded={end.reset} />
      </AlertDialog>
    </>
  );
}

const scopeOf = (from: string) => (from ? { scope: 'following' as const, from } : { scope: 'all_future' as const });

function usePlan({ id, version }: Series, from: string, enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.endPlan(id, { version, from }),
    queryFn: ({ signal }) => {
      const query = { ...scopeOf(from), version, dryRun: true };
      return unwrap(api.DELETE('/api/v1/admin/series/{id}', { params: { path: { id }, query }, signal }));
    },
    enabled,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}

interface EndBody {
  scope: 'following' | 'all_future';
  from?: string;
  reason: string;
  cancelBooked: boolean;
}

function useEnd({ id, version }: Series, onEnded: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ reason, ...rest }: EndBody) => {
      const query = { ...rest, version, ...(reason && { reason }) };
      await unwrap(api.DELETE('/api/v1/admin/series/{id}', { params: { path: { id }, query } })).catch(
        (error: unknown) => {
          // An attempt whose answer got lost has done it already.
          if (!isProblem(error, 'not_found')) throw error;
        },
      );
    },
    onSuccess: async () => {
      onEnded();
      await forgetSchedule(queryClient);
    },
  });
}
