'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { PreferencesForm } from './preferences-form.tsx';

/** Which mails I want. */
export function Notifications() {
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.preferences,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/me/notifications', { signal })),
  });
  if (data) return <PreferencesForm saved={data} />;
  if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
  return <Skeleton className="h-72 w-full" />;
}
