'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { LazyAlertDialog } from '#components/ui/lazy-alert-dialog.tsx';
import { useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminSession, Consequences as Facts } from '#lib/api/types.ts';
import { Consequences } from './consequences.tsx';

/** Takes a session that nobody has booked off the schedule; entries of late cancellations come back, which is said before. */
export function DeleteSession({ session }: { session: Pick<AdminSession, 'id' | 'version'> }) {
  const t = useTranslations('adminSessions');
  const [isOpen, setOpen] = useState(false);
  const { id, version } = session;
  const plan = usePlan(session, isOpen);
  const router = useRouter();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: async () => {
      const answer = api.DELETE('/api/v1/admin/sessions/{id}', { params: { path: { id }, query: { version } } });
      await unwrap(answer).catch((error: unknown) => {
        // An attempt whose answer got lost has done it already.
        if (!isProblem(error, 'not_found')) throw error;
      });
    },
    onSuccess: () => {
      router.push('/admin/sessions');
      void queryClient.invalidateQueries({ queryKey: queryKeys.adminSessions });
    },
  });
  const reload = () => queryClient.refetchQueries({ queryKey: queryKeys.adminSession(id) }, { throwOnError: true });
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t('deleteSession')}
      </Button>
      <LazyAlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('deleteTitle')}
        text={t('deleteText')}
        keep={t('keepSession')}
        confirm={t('deleteSession')}
        onConfirm={() => remove.mutate()}
        pending={remove.isPending || remove.isSuccess || plan.isPending}
      >
        {plan.data && <Consequences facts={plan.data} sessionId={id} />}
        <EditProblem error={remove.error} reload={reload} onLoaded={remove.reset} />
      </LazyAlertDialog>
    </>
  );
}

/** What deleting would mean right now; null when it concerns nobody, undefined also when it would be refused. */
function usePlan({ id, version }: Pick<AdminSession, 'id' | 'version'>, enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.cancelPlan(id, { deleted: true, version }),
    queryFn: async (): Promise<Facts | null> => {
      const params = { path: { id }, query: { dryRun: true, version } };
      const answer = await unwrap(api.DELETE('/api/v1/admin/sessions/{id}', { params }));
      const facts = answer?.consequences ?? null;
      return facts && facts.entriesReturned > 0 ? facts : null;
    },
    enabled,
    staleTime: 0,
    retry: false,
  });
}
