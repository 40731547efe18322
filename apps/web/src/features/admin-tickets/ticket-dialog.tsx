'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { FormEventHandler, ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { DialogActions } from '#components/ui/dialog-actions.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { queryKeys } from '#lib/api/query-keys.ts';
import { ReasonField } from './reason-field.tsx';

interface TicketDialogProps {
  title: string;
  /** What it means, and what there is to fill in. */
  children: ReactNode;
  reason: UseFormRegisterReturn;
  reasonError: string | undefined;
  reasonHint: string;
  confirm: string;
  change: { error: Error | null; isPending: boolean; reset(): void };
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose(): void;
}

/** A change of a ticket with its reason; what was typed stays when the API refuses it. */
export function TicketDialog({ title, children, confirm, change, onSubmit, onClose, ...why }: TicketDialogProps) {
  const t = useTranslations('adminTickets');
  const queryClient = useQueryClient();
  return (
    <Dialog open onOpenChange={onClose} title={title}>
      <form noValidate className="grid gap-5" onSubmit={onSubmit}>
        {children}
        <ReasonField hint={why.reasonHint} error={why.reasonError} {...why.reason} />
        <EditProblem
          error={change.error}
          reload={() =>
            queryClient.refetchQueries({ queryKey: queryKeys.admin, type: 'active' }, { throwOnError: true })
          }
          onLoaded={change.reset}
        />
        <DialogActions>
          <Button variant="secondary" onClick={onClose}>
            {t('close')}
          </Button>
          <Button type="submit" pending={change.isPending}>
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
