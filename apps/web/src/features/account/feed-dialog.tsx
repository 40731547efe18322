'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';

export type FeedChange = 'renew' | 'revoke';

interface FeedDialogProps {
  change: FeedChange;
  mutation: { mutate(): void; isPending: boolean; error: Error | null };
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** Asks before calendars lose sight of the bookings. */
export function FeedDialog({ change, mutation, open, onOpenChange }: FeedDialogProps) {
  const t = useTranslations('myAccount');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t(`feed.${change}.title`)}>
      <p>{t(`feed.${change}.text`)}</p>
      <FormProblem error={mutation.error} />
      <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
        <Button variant="secondary" onClick={() => onOpenChange(false)}>
          {t('feed.keep')}
        </Button>
        <Button variant="danger" pending={mutation.isPending} onClick={() => mutation.mutate()}>
          {t(`feed.${change}.action`)}
        </Button>
      </div>
    </Dialog>
  );
}
