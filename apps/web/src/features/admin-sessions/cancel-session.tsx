'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminSession } from '#lib/api/types.ts';
import { Consequences } from './consequences.tsx';

const MAX_REASON = 500;

/** Cancels a session, after saying what that means for whom. */
export function CancelSession({ session }: { session: AdminSession }) {
  const t = useTranslations('adminSessions');
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const plan = usePlan(session, isOpen);
  const cancel = useCancel(session, () => setOpen(false));
  const queryClient = useQueryClient();
  const reload = () =>
    queryClient.refetchQueries({ queryKey: queryKeys.adminSession(session.id) }, { throwOnError: true });
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('cancelSession')}
      </Button>
      <AlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('cancelTitle')}
        text={t('cancelText')}
        keep={t('keepSession')}
        confirm={t('cancelSession')}
        onConfirm={() => plan.data && cancel.mutate(reason.trim())}
        pending={cancel.isPending || plan.isPending}
      >
        {plan.data && <Consequences facts={plan.data} sessionId={session.id} />}
        {plan.isPending && <Skeleton className="h-40 w-full" />}
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          optional
          value={reason}
          maxLength={MAX_REASON}
          onChange={(event) => setReason(event.target.value)}
        />
        <EditProblem error={cancel.error ?? plan.error} reload={reload} onLoaded={cancel.reset} />
      </AlertDialog>
    </>
  );
}

/** What canceling would mean right now; asked again when the counts move or the session is another one. */
function usePlan({ id, version, activeCount, waitingCount }: AdminSession, enabled: boolean) {
  return useQuery({
    queryKey: queryKeys.cancelPlan(id, { version, activeCount, waitingCount }),
    queryFn: async () => {
      const params = { path: { id } };
      const answer = api.POST('/api/v1/admin/sessions/{id}/cancel', { params, body: { version, dryRun: true } });
      return (await unwrap(answer)).consequences;
    },
    enabled,
    staleTime: 0,
  });
}

function useCancel({ id, version }: AdminSession, onCanceled: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (reason: string) => {
      try {
        const body = { version, ...(reason && { reason }) };
        await unwrap(api.POST('/api/v1/admin/sessions/{id}/cancel', { params: { path: { id } }, body }));
      } catch (error) {
        // An attempt whose answer got lost has done it already.
        if (!isProblem(error, 'already_canceled')) throw error;
      }
    },
    onSuccess: async () => {
      onCanceled();
      await queryClient.invalidateQueries({ queryKey: queryKeys.adminSessions });
    },
  });
}
