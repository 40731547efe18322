'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useRehearsed } from '#features/admin-sessions/use-rehearsed.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { SeriesOutcome } from '#lib/api/types.ts';
import type { SeriesPatch } from './series-form-values.ts';

export interface ChangeSeriesBody extends SeriesPatch {
  scope: 'following' | 'all_future';
  from?: string;
  version: string;
  allowOverCapacity: boolean;
  /** Accepted when confirming: sessions with bookings that the series no longer has are canceled. */
  cancelBooked?: boolean;
}

/** Changes a series once it was shown what that means; one that touches no session is made at once. */
export function useChangeSeries(id: string, onSaved: (outcome: SeriesOutcome) => void) {
  const queryClient = useQueryClient();
  const send = async (body: ChangeSeriesBody, dryRun: boolean) => {
    try {
      return await unwrap(
        api.PATCH('/api/v1/admin/series/{id}', { params: { path: { id } }, body: { ...body, dryRun } }),
      );
    } catch (error) {
      if (isProblem(error, 'version_conflict')) {
        await queryClient.invalidateQueries({ queryKey: queryKeys.oneSeries(id) });
      }
      throw error;
    }
  };
  return useRehearsed(send, {
    isHarmless: ({ createdSessions, changedSessions, canceledSessions, deletedSessions }) =>
      createdSessions + changedSessions.length + canceledSessions.length + deletedSessions.length === 0,
    onDone: async (outcome) => {
      queryClient.setQueryData(queryKeys.oneSeries(outcome.series.id), outcome.series);
      onSaved(outcome);
      await forgetSchedule(queryClient);
    },
  });
}

/** After a change of a series everything on the schedule may be another. */
export function forgetSchedule(queryClient: ReturnType<typeof useQueryClient>): Promise<unknown> {
  const keys = [queryKeys.series, queryKeys.adminSessions];
  return Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
