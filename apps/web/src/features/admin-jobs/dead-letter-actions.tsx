'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

/** Runs a job again that was given up, or drops it. */
export function DeadLetterActions({ id }: { id: string }) {
  const t = useTranslations('adminJobs');
  const [isOpen, setOpen] = useState(false);
  const params = { path: { id } };
  const retry = useChange(() => unwrap(api.POST('/api/v1/admin/jobs/{id}/retry', { params })));
  const drop = useChange(async () => {
    try {
      await unwrap(api.DELETE('/api/v1/admin/jobs/{id}', { params }));
    } catch (error) {
      // An attempt whose answer got lost has done it already.
      if (!isProblem(error, 'not_found')) throw error;
    }
  });
  return (
    <div className="grid content-start gap-3">
      <div className="flex gap-3 md:justify-end">
        <Button variant="secondary" pending={retry.isPending} onClick={() => retry.mutate()}>
          {t('retry')}
        </Button>
        <Button variant="quiet" onClick={() => setOpen(true)}>
          {t('drop')}
        </Button>
      </div>
      <FormProblem error={retry.error} />
      <AlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('dropTitle')}
        text={t('dropText')}
        keep={t('keep')}
        confirm={t('drop')}
        onConfirm={drop.mutate}
        pending={drop.isPending}
        error={drop.error}
      />
    </div>
  );
}

function useChange(change: () => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.jobs }),
  });
}
