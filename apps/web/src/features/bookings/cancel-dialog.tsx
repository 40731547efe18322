'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Booking, CancellationPreview } from '#lib/api/types.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import { useCancellationTerms } from './cancellation-terms.ts';
import { useCancelBooking, useCancellationPreview } from './use-cancel-booking.ts';

interface CancelDialogProps {
  booking: Booking;
  onClose(): void;
  /** After it has closed because the booking was canceled. */
  onCanceled?: (() => void) | undefined;
}

/** Says what canceling would do right now, and does it when that is what the member wants. */
export function CancelDialog({ booking, onClose, onCanceled }: CancelDialogProps) {
  const t = useTranslations('cancel');
  const preview = useCancellationPreview(booking.id);
  const title = booking.state === 'waiting' ? t('leaveTitle') : t('title');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      {preview.data ? (
        <Terms booking={booking} preview={preview.data} onClose={onClose} onCanceled={onCanceled} />
      ) : preview.error ? (
        <ErrorState error={preview.error} retry={preview.refetch} pending={preview.isFetching} />
      ) : (
        <Skeleton className="h-24 w-full" />
      )}
    </Dialog>
  );
}

function Terms({ booking, preview, onClose, onCanceled }: CancelDialogProps & { preview: CancellationPreview }) {
  const t = useTranslations('cancel');
  const problemText = useProblemText();
  const terms = useCancellationTerms(booking, preview);
  const cancel = useCancelBooking(booking, () => {
    onClose();
    onCanceled?.();
  });
  return (
    <>
      <div className="grid gap-1">
        <p className="font-semibold">{terms.what}</p>
        <p className={preview.late && !preview.entryReturned ? 'font-medium text-trouble' : ''}>{terms.consequence}</p>
      </div>
      {cancel.error && (
        <Notice tone="trouble" role="alert">
          {problemText(cancel.error)}
        </Notice>
      )}
      <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
        <Button variant="secondary" onClick={onClose}>
          {preview.allowed ? t('keep') : t('close')}
        </Button>
        {preview.allowed && (
          <Button variant="danger" pending={cancel.isPending} onClick={() => cancel.mutate(preview)}>
            {terms.action}
          </Button>
        )}
      </div>
    </>
  );
}
