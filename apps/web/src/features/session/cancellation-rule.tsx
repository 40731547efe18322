'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Booking, Session } from '#lib/api/types.ts';

interface CancellationRuleProps {
  session: Pick<Session, 'state' | 'startsAt' | 'cancelFreeUntil' | 'timeZone'>;
  own: Pick<Booking, 'state' | 'cancelFreeUntil'> | null;
  now: number;
  graceMinutes: number;
}

/** The rule of cancellation as it applies to this visitor right now, in one sentence with the exact time. */
export function CancellationRule({ session, own, now, graceMinutes }: CancellationRuleProps) {
  const t = useTranslations('session.rule');
  const format = useFormatter();
  const kind = ruleKind(session, own, now);
  if (!kind) return null;
  const until = new Date(own?.cancelFreeUntil ?? session.cancelFreeUntil);
  const time = format.dateTime(until, 'moment', { timeZone: session.timeZone });
  return <p className="leading-relaxed">{t(kind, { time, minutes: graceMinutes })}</p>;
}

/** Which sentence applies; none once it is too late for any of them. */
export function ruleKind(
  session: Pick<Session, 'state' | 'startsAt' | 'cancelFreeUntil'>,
  own: Pick<Booking, 'state' | 'cancelFreeUntil'> | null,
  now: number,
): 'waiting' | 'free' | 'late' | 'grace' | null {
  if (session.state === 'canceled' || now >= Date.parse(session.startsAt)) return null;
  if (own?.state === 'waiting') return 'waiting';
  if (now < Date.parse(own?.cancelFreeUntil ?? session.cancelFreeUntil)) return 'free';
  return own ? 'late' : 'grace';
}
