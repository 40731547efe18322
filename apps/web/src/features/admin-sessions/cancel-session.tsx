'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
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
      <AlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('cancelTitle')}
        text={t('cancelConsequences', { active, waiting })}
        keep={t('keepSession')}
        confirm={t('cancelSession')}
        onConfirm={() => cancel.mutate(reason.trim())}
        pending={cancel.isPending}
        error={cancel.error}
      >
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          optional
          value={reason}
          maxLength={MAX_REASON}
          onChange={(event) => setReason(event.target.value)}
        />
      </AlertDialog>
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
