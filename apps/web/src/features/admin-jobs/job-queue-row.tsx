'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Td } from '#components/ui/table.tsx';
import type { JobQueue } from '#lib/api/types.ts';

const counted = ['waiting', 'running', 'failed', 'dead'] as const;
/** What is normal stays calm. */
const tone = { waiting: '', running: '', failed: 'text-wait', dead: 'text-trouble' } as const;
/** Waiting longer than this, a job tells of workers that are missing or cannot keep up. */
const LATE_SECONDS = 60;

/** One kind of background work. */
export function JobQueueRow({ queue }: { queue: JobQueue }) {
  const t = useTranslations('adminJobs');
  const format = useFormatter();
  const { name, summary, schedule, oldestWaitingSeconds } = queue;
  // A queue of a newer server has no words here yet.
  const text = `summaries.${name}` as 'summaries.booking-events';
  const busy = counted.filter((count) => queue[count] > 0);
  return (
    <tr>
      <Td>
        <span className="block font-semibold">{name}</span>
        <span className="block text-muted text-sm">{t.has(text) ? t(text) : summary}</span>
        {schedule?.nextRunAt && (
          <span className="block text-muted text-sm">
            {t('nextRun', { time: format.dateTime(new Date(schedule.nextRunAt), 'weekdayTime') })}
          </span>
        )}
        {oldestWaitingSeconds !== null && oldestWaitingSeconds > LATE_SECONDS && (
          <span className="block font-medium text-sm text-wait">
            {t('late', { minutes: Math.round(oldestWaitingSeconds / 60) })}
          </span>
        )}
        <span className="flex flex-wrap gap-x-4 text-sm md:hidden">
          {busy.map((count) => (
            <span key={count} className={`font-medium ${tone[count]}`}>
              {t('counted', { count: queue[count], name: t(count) })}
            </span>
          ))}
        </span>
      </Td>
      {counted.map((count) => (
        <Td key={count} numeric wide className={queue[count] > 0 ? `font-semibold ${tone[count]}` : 'text-muted'}>
          {format.number(queue[count])}
        </Td>
      ))}
    </tr>
  );
}
