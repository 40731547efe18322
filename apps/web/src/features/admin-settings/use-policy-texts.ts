'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { PolicyExamples } from './policy-examples.ts';
import type { RuleName } from './policy-form-values.ts';

interface Example {
  noShowsMarked: boolean;
  examples: PolicyExamples;
  startsAt: string;
  timeZone: string;
}

/** What each rule means for the session of the examples, in a sentence; nothing while no number is typed. */
export function usePolicyTexts({ noShowsMarked, examples, startsAt, timeZone }: Example) {
  const t = useTranslations('adminSettings');
  const format = useFormatter();
  const moment = (at: string) => format.dateTime(new Date(at), 'moment', { timeZone });
  const start = moment(startsAt);
  const sentence = (key: 'opens' | 'closes' | 'cutoff' | 'list', at: string | null) =>
    at ? t(`policy.examples.${key}`, { start, time: moment(at) }) : undefined;
  const grace = () => {
    const { promotedAt, declineUntil } = examples;
    if (!promotedAt) return undefined;
    const promoted = moment(promotedAt);
    if (!declineUntil) return t('policy.examples.noGrace', { promoted });
    return t('policy.examples.grace', { promoted, time: moment(declineUntil) });
  };
  const noShow = () => {
    const { endsAt, noShowAt } = examples;
    if (!noShowsMarked) return t('policy.examples.noNoShows');
    return endsAt && noShowAt
      ? t('policy.examples.noShow', { end: moment(endsAt), time: moment(noShowAt) })
      : undefined;
  };
  const exampleOf = (rule: RuleName): string | undefined => {
    switch (rule) {
      case 'bookingOpensDaysBefore':
        return sentence('opens', examples.opensAt);
      case 'bookingClosesMinutesBefore':
        return sentence('closes', examples.closesAt);
      case 'cancellationCutoffMinutes':
        return sentence('cutoff', examples.cancelFreeUntil);
      case 'waitlistClosesMinutesBefore':
        return sentence('list', examples.listClosesAt);
      case 'noShowMinutesAfter':
        return noShow();
      default:
        return grace();
    }
  };
  return { exampleOf };
}
