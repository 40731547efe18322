'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminSession } from '#lib/api/types.ts';

const MAX_REASON = 500;

/** Cancels a session, after saying for how many people. */
export function CancelSession({ session }: { session: AdminSession }) {
  const t = useTranslations('adminSessions');
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const cancel = useCancel(session.id, () => setOpen(false));
  const { activeCount: active, waitingCount: waiting } = session;
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('cancelSession')}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t('cancelTitle')}>
        <p>{t('cancelConsequences', { active, waiting })}</p>
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          maxLength={MAX_REASON}
          onChange={(event) => setReason(event.target.value)}
        />
        <FormProblem error={cancel.error} />
        <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
          <Button variant="secondary" onClick={() => setOpen(false)}>
            {t('keepSession')}
          </Button>
          <Button variant="danger" pending={cancel.isPending} onClick={() => cancel.mutate(reason.trim())}>
            {t('cancelSession')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function useCancel(id: string, onCanceled: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (reason: string) => {
      try {
        const body = reason ? { reason } : {};
        await unwrap(api.POST('/api/v1/admin/sessions/{id}/cancel', { params: { path: { id } }, body }));
      } catch (error) {
        // An attempt whose answer got lost has done it already.
        if (!isProblem(error, 'already_canceled')) throw error;
      }
      await queryClient.invalidateQueries({ queryKey: queryKeys.adminSessions });
    },
    onSuccess: onCanceled,
  });
}
