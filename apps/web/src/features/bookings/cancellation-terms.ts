'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Booking, CancellationPreview } from '#lib/api/types.ts';

/** Which sentence tells what canceling would do. */
export type TermsKind = 'leave' | 'free' | 'freeWithoutEntry' | 'lateRefilled' | 'late' | 'refused';

/** Chooses the sentence for a preview; the API has decided everything else. */
export function termsKind(state: Booking['state'], preview: CancellationPreview): TermsKind {
  if (!preview.allowed) return 'refused';
  if (state === 'waiting') return 'leave';
  if (preview.late) return preview.entryReturned ? 'lateRefilled' : 'late';
  return preview.entryReturned ? 'free' : 'freeWithoutEntry';
}

/** The words of a cancellation: what it is about, what it would do, and what the button says. */
export function useCancellationTerms(booking: Booking, preview: CancellationPreview) {
  const t = useTranslations('cancel');
  const errors = useTranslations('errors');
  const format = useFormatter();
  const { timeZone } = booking.session;
  const moment = (instant: string) => format.dateTime(new Date(instant), 'moment', { timeZone });
  const kind = termsKind(booking.state, preview);
  const deadline = preview.deadline ? moment(preview.deadline) : '';
  const refusal = (preview.refusal ?? '') as Parameters<typeof errors>[0];
  return {
    what: t('what', { class: booking.session.class.name, time: moment(booking.session.startsAt) }),
    consequence: kind === 'refused' ? (errors.has(refusal) ? errors(refusal) : t('refused')) : t(kind, { deadline }),
    action: kind === 'leave' ? t('leaveAction') : kind === 'late' ? t('lateAction') : t('action'),
  };
}
