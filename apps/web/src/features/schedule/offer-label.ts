'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ButtonVariant } from '#components/ui/button-class.ts';
import type { Offer } from './booking-offer.ts';

/** How the button of each offer looks. */
export const offerVariant: Record<Offer['kind'], ButtonVariant> = {
  book: 'primary',
  join: 'wait',
  booked: 'settled',
  checkedIn: 'settled',
  waiting: 'wait',
  opens: 'still',
  full: 'still',
  closed: 'still',
  started: 'still',
  over: 'still',
  canceled: 'still',
};

/** Beyond this the weekday alone would be ambiguous. */
const WEEKDAY_IS_CLEAR_MS = 6 * 24 * 3_600_000;

/** The words on the button of an offer. */
export function useOfferLabel(offer: Offer, timeZone: string, now: number): string {
  const t = useTranslations('offer');
  const format = useFormatter();
  switch (offer.kind) {
    case 'join':
      return t('join', { count: offer.waitingCount });
    case 'waiting':
      return offer.position === null ? t('waiting') : t('position', { position: offer.position });
    case 'opens': {
      const at = new Date(offer.at);
      const isNear = at.getTime() - now < WEEKDAY_IS_CLEAR_MS;
      return t('opens', { time: format.dateTime(at, isNear ? 'weekdayTime' : 'moment', { timeZone }) });
    }
    default:
      return t(offer.kind);
  }
}
