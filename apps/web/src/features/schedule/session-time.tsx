'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useViewerZone } from '#lib/format/use-viewer-zone.ts';

interface SessionTimeProps {
  startsAt: string;
  endsAt: string;
  /** Of the location. */
  timeZone: string;
}

/** When a session starts and ends where it takes place, and when that is for a visitor who is elsewhere. */
export function SessionTime({ startsAt, endsAt, timeZone }: SessionTimeProps) {
  const t = useTranslations('schedule');
  const format = useFormatter();
  const start = new Date(startsAt);
  const viewerZone = useViewerZone(start, timeZone);
  return (
    <p className="self-start">
      <time dateTime={startsAt} className="block font-semibold text-xl leading-tight md:text-2xl">
        {format.dateTime(start, 'time', { timeZone })}
      </time>
      <span className="block text-muted text-sm">
        {t('until', { time: format.dateTime(new Date(endsAt), 'time', { timeZone }) })}
      </span>
      {viewerZone && (
        <span className="block text-muted text-xs">
          {t('yourTime', { time: format.dateTime(start, 'time', { timeZone: viewerZone }) })}
        </span>
      )}
    </p>
  );
}
