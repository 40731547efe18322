'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { BackLink } from '#components/ui/back-link.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminSession } from '#lib/api/types.ts';
import { useLiveSessions } from '#lib/live/use-live-sessions.ts';
import { CancelSession } from './cancel-session.tsx';
import { ChangeSessionForm } from './change-session-form.tsx';
import { DeleteSession } from './delete-session.tsx';
import { Roster } from './roster.tsx';

const MINUTE_MS = 60_000;

/** One session for the studio: its terms, who comes, and what can be done about it. */
export function SessionEditor({ sessionId }: { sessionId: string }) {
  const t = useTranslations('adminSessions');
  const queryClient = useQueryClient();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.adminSession(sessionId),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/admin/sessions/{id}', { params: { path: { id: sessionId } }, signal })),
  });
  useLiveSessions(data ? [sessionId] : [], () => {
    for (const queryKey of [queryKeys.adminSession(sessionId), queryKeys.roster(sessionId)]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  });
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} rows={3} />;
  }
  const isScheduled = data.state === 'scheduled' && data.isActive;
  return (
    <>
      <BackLink href="/admin/sessions">{t('title')}</BackLink>
      <PageTitle aside={<Actions session={data} />}>
        <Heading session={data} />
      </PageTitle>
      {data.seriesId && (
        <p className="-mt-3 pb-6">
          {t('partOfSeries')}{' '}
          <Link href={seriesHref(data)} className="font-semibold underline underline-offset-4">
            {t('toSeries')}
          </Link>
        </p>
      )}
      {!data.isActive && <Notice className="mb-8">{t('isDeleted')}</Notice>}
      {data.state === 'canceled' && (
        <Notice tone="trouble" className="mb-8">
          {data.canceledReason ? t('canceledBecause', { reason: data.canceledReason }) : t('isCanceled')}
        </Notice>
      )}
      <div className="grid grid-cols-1 gap-12 lg:grid-cols-2">
        {isScheduled && <ChangeSessionForm session={data} />}
        <Roster session={data} />
      </div>
    </>
  );
}

function Actions({ session }: { session: AdminSession }) {
  const t = useTranslations('adminSessions');
  const { id, state, isActive, activeCount, waitingCount } = session;
  const isOver = useNow({ updateInterval: MINUTE_MS }) >= new Date(session.endsAt);
  return (
    <div className="flex flex-wrap gap-2">
      <Link href={`/admin/sessions/new?copyOf=${id}`} className={buttonClass('secondary')}>
        {t('duplicate')}
      </Link>
      {isActive && (
        <Link href={`/admin/today/${id}`} className={buttonClass('secondary')}>
          {t('toDesk')}
        </Link>
      )}
      {state === 'scheduled' && isActive && !isOver && <CancelSession session={session} />}
      {isActive && activeCount + waitingCount === 0 && <DeleteSession session={session} />}
    </div>
  );
}

/** The series, where a change of this session and the following ones begins at its day. */
const seriesHref = ({ seriesId, seriesOccurrence }: AdminSession) =>
  `/admin/sessions/series/${seriesId}?from=${seriesOccurrence}`;

function Heading({ session }: { session: AdminSession }) {
  const format = useFormatter();
  const { timeZone } = session;
  return (
    <>
      {session.class.name}
      <span className="block pt-1 font-medium text-lg text-muted tracking-normal">
        {format.dateTime(new Date(session.startsAt), 'moment', { timeZone })}
      </span>
    </>
  );
}
