'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { LazyAlertDialog } from '#components/ui/lazy-alert-dialog.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { FeedAddress } from './feed-address.tsx';

type FeedChange = 'renew' | 'revoke';

/** The secret address under which a calendar follows my bookings; it can be seen once, when it is made. */
export function CalendarFeed() {
  const t = useTranslations('myAccount');
  const format = useFormatter();
  const [asked, setAsked] = useState<FeedChange>('renew');
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch, isFetching } = useFeed();
  const { renew, revoke } = useChangeFeed(() => setOpen(false));
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <Skeleton className="h-11 w-60" />;
  }
  if (!data.active) {
    return (
      <div className="grid justify-items-start gap-4">
        <FormProblem error={renew.error} />
        <Button variant="secondary" pending={renew.isPending} onClick={() => renew.mutate()}>
          {t('createFeed')}
        </Button>
      </div>
    );
  }
  const change = asked === 'renew' ? renew : revoke;
  const ask = (wanted: FeedChange) => {
    setAsked(wanted);
    setOpen(true);
  };
  return (
    <div className="grid gap-4">
      {renew.data ? (
        <FeedAddress url={renew.data.url} />
      ) : (
        <p>{data.createdAt && t('feedSince', { date: format.dateTime(new Date(data.createdAt), 'date') })}</p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary" onClick={() => ask('renew')}>
          {t('feed.renew.action')}
        </Button>
        <Button variant="quiet" onClick={() => ask('revoke')}>
          {t('feed.revoke.action')}
        </Button>
      </div>
      <LazyAlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t(`feed.${asked}.title`)}
        text={t(`feed.${asked}.text`)}
        keep={t('feed.keep')}
        confirm={t(`feed.${asked}.action`)}
        pending={change.isPending}
        error={change.error}
        onConfirm={() => change.mutate()}
      />
    </div>
  );
}

function useFeed() {
  return useQuery({
    queryKey: queryKeys.calendarFeed,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/me/calendar-feed', { signal })),
  });
}

function useChangeFeed(onChanged: () => void) {
  const queryClient = useQueryClient();
  const onSuccess = async () => {
    await queryClient.invalidateQueries({ queryKey: queryKeys.calendarFeed });
    onChanged();
  };
  const renew = useIntent<{ url: string }>(
    (_, key) => unwrap(api.POST('/api/v1/me/calendar-feed', { headers: { 'Idempotency-Key': key } })),
    { onSuccess },
  );
  const revoke = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/me/calendar-feed')),
    onSuccess: () => {
      renew.reset();
      return onSuccess();
    },
  });
  return { renew, revoke };
}
