'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useViewerZone } from '#lib/format/use-viewer-zone.ts';

interface SessionTimeProps {
  startsAt: string;
  endsAt: string;
  /** Of the location. */
  timeZone: string;
  className?: string;
}

/** When a session starts and ends, in the time of its location. */
export function SessionTime({ startsAt, endsAt, timeZone, className = '' }: SessionTimeProps) {
  const t = useTranslations('schedule');
  const format = useFormatter();
  return (
    <p className={`self-start ${className}`}>
      <time dateTime={startsAt} className="block font-semibold text-xl leading-tight md:text-2xl">
        {format.dateTime(new Date(startsAt), 'time', { timeZone })}
      </time>
      <span className="block text-muted text-sm">
        {t('until', { time: format.dateTime(new Date(endsAt), 'time', { timeZone }) })}
      </span>
    </p>
  );
}

/** The same start for a visitor whose clocks show another time; nothing for the others. */
export function ViewerTime({ at, timeZone }: { at: string; timeZone: string }) {
  const t = useTranslations('schedule');
  const format = useFormatter();
  const start = new Date(at);
  const zone = useViewerZone(start, timeZone);
  if (!zone) return null;
  return (
    <span className="text-muted">
      {t('yourTime', { time: format.dateTime(start, 'weekdayTime', { timeZone: zone }) })}
    </span>
  );
}
