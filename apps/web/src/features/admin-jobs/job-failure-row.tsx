'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '#i18n/navigation.ts';
import type { JobFailure } from '#lib/api/types.ts';
import { DeadLetterActions } from './dead-letter-actions.tsx';

/** One job that failed: why, what it was about, and, when nobody will try again, what to do with it. */
export function JobFailureRow({ failure }: { failure: JobFailure }) {
  const t = useTranslations('adminJobs');
  const format = useFormatter();
  const { id, queue, state, error, attempts, payload, createdAt, deadAt, nextAttemptAt } = failure;
  const moment = (instant: string) => format.dateTime(new Date(instant), 'moment');
  const isDead = state === 'dead';
  return (
    <li className="grid gap-3 border-line border-b py-4 md:grid-cols-[minmax(0,1fr)_auto] md:gap-6">
      <div className="min-w-0">
        <h3 className="font-semibold">
          <Link
            href={`/admin/jobs?queue=${encodeURIComponent(queue)}`}
            prefetch={false}
            className="underline-offset-4 hover:underline"
          >
            {queue}
          </Link>
        </h3>
        <p className={`text-sm ${isDead ? 'text-trouble' : 'text-wait'}`}>
          {isDead
            ? t('gaveUp', { count: attempts, time: moment(deadAt ?? createdAt) })
            : t('triesAgain', { count: attempts, time: moment(nextAttemptAt ?? createdAt) })}
        </p>
        <p className="break-words pt-1">{error ?? t('noError')}</p>
        <details className="pt-1 text-sm">
          <summary className="py-1 text-muted">{t('details')}</summary>
          <p className="text-muted">{t('created', { time: moment(createdAt) })}</p>
          <pre className="whitespace-pre-wrap break-words">{JSON.stringify(payload, null, 2)}</pre>
        </details>
      </div>
      {isDead && <DeadLetterActions id={id} />}
    </li>
  );
}
