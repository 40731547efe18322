'use client';

import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { queryKeys } from '#lib/api/query-keys.ts';

/** Asks for all of it again. */
export function RefreshButton() {
  const t = useTranslations('adminJobs');
  const queryClient = useQueryClient();
  const isFetching = useIsFetching({ queryKey: queryKeys.jobs }) > 0;
  return (
    <Button
      variant="secondary"
      pending={isFetching}
      onClick={() => queryClient.invalidateQueries({ queryKey: queryKeys.jobs })}
    >
      {t('refresh')}
    </Button>
  );
}
