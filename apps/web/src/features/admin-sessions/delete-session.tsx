'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LazyAlertDialog } from '#components/ui/lazy-alert-dialog.tsx';
import { useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

/** Takes a session that nobody has booked off the schedule. */
export function DeleteSession({ sessionId }: { sessionId: string }) {
  const t = useTranslations('adminSessions');
  const [isOpen, setOpen] = useState(false);
  const router = useRouter();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: async () => {
      const answer = api.DELETE('/api/v1/admin/sessions/{id}', { params: { path: { id: sessionId } } });
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
        pending={remove.isPending || remove.isSuccess}
        error={remove.error}
      />
    </>
  );
}
