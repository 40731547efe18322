'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ErrorState } from '#components/ui/error-state.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import type { StudioSettings } from '#lib/api/types.ts';
import { useStudioSettings } from './use-studio-settings.ts';

/** A form about the settings, as soon as they are there. */
export function WithSettings({
  children,
}: {
  children(settings: StudioSettings, reload: () => Promise<unknown>): ReactNode;
}) {
  const t = useTranslations('adminSettings');
  const { data, error, refetch, isFetching } = useStudioSettings();
  if (data) return children(data, () => refetch({ throwOnError: true }));
  if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
  return <ListSkeleton label={t('loading')} rows={3} />;
}
