'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Outcome } from '#components/ui/outcome.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { queryKeys } from '#lib/api/query-keys.ts';
import { anonymousClient } from '#lib/auth/session.ts';
import { SettingsLink } from './settings-link.tsx';

/** Says what would end, and ends it when asked to. */
export function Unsubscribe({ token }: { token: string }) {
  const t = useTranslations('unsubscribe');
  const params = { query: { token } };
  const subscription = useQuery({
    queryKey: queryKeys.subscription(token),
    queryFn: ({ signal }) => unwrap(anonymousClient.GET('/api/v1/unsubscribe', { params, signal })),
  });
  const leave = useMutation({
    mutationFn: () => unwrap(anonymousClient.POST('/api/v1/unsubscribe', { params })),
  });
  const { data, error, refetch, isFetching } = subscription;
  if (!data) {
    if (isProblem(error, 'invalid_token')) {
      return (
        <Outcome tone="trouble" text={t('refused')}>
          <SettingsLink />
        </Outcome>
      );
    }
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <Skeleton className="h-40 w-full" />;
  }
  const { category, email } = data;
  if (leave.isSuccess || !data.subscribed) {
    return (
      <Outcome tone="good" text={t('done', { category, email })}>
        <SettingsLink />
      </Outcome>
    );
  }
  return (
    <div className="grid gap-5">
      <FormProblem error={leave.error} />
      <p>{t('question', { category, email })}</p>
      <Button pending={leave.isPending} onClick={() => leave.mutate()}>
        {t('submit')}
      </Button>
      <SettingsLink />
    </div>
  );
}
