'use client';

import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import { type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';
import { DialogActions } from './dialog-actions.tsx';
import { FormProblem } from './form-problem.tsx';
import { backdropClass, panelClass } from './overlay-class.ts';

interface AlertDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  /** What will happen, in plain words; it is read out with the title. */
  text: ReactNode;
  /** More to decide, e.g. a reason. */
  children?: ReactNode;
  /** The answer that changes nothing; it has the focus at first. */
  keep: string;
  /** The answer that does it. */
  confirm: string;
  onConfirm(): void;
  pending?: boolean;
  error?: Error | null;
}

/** Asks before something that cannot be taken back. A click beside it is no answer. */
export function AlertDialog({ open, onOpenChange, title, text, children, keep, confirm, ...answer }: AlertDialogProps) {
  const safe = useRef<HTMLButtonElement>(null);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className={panelClass} initialFocus={safe}>
          <Base.Title className="font-bold text-xl tracking-tight">{title}</Base.Title>
          <Base.Description render={<div />}>{text}</Base.Description>
          {children}
          <FormProblem error={answer.error ?? null} />
          <DialogActions>
            <Button ref={safe} variant="secondary" onClick={() => onOpenChange(false)}>
              {keep}
            </Button>
            <Button variant="danger" pending={answer.pending ?? false} onClick={answer.onConfirm}>
              {confirm}
            </Button>
          </DialogActions>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
