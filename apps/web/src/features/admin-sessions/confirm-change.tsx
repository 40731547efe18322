'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { DialogActions } from '#components/ui/dialog-actions.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';

interface ConfirmChangeProps {
  open: boolean;
  title: string;
  confirm: string;
  pending: boolean;
  error: Error | null;
  onConfirm(): void;
  onClose(): void;
  children: ReactNode;
}

/** Shows what a change means, and makes it when that is what was meant. */
export function ConfirmChange({ open, title, confirm, children, ...answer }: ConfirmChangeProps) {
  const t = useTranslations('adminConsequences');
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && answer.onClose()} title={title}>
      {children}
      <FormProblem error={answer.error} />
      <DialogActions>
        <Button variant="secondary" onClick={answer.onClose}>
          {t('back')}
        </Button>
        <Button pending={answer.pending} onClick={answer.onConfirm}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
