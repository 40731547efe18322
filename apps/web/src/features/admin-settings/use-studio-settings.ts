'use client';

import { type paths, unwrap } from '@openmat/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

export type StudioPatch = NonNullable<
  paths['/api/v1/admin/studio']['patch']['requestBody']
>['content']['application/json'];

/** All settings of the studio, with their version. */
export function useStudioSettings() {
  return useQuery({
    queryKey: queryKeys.studioSettings,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/studio', { signal })),
  });
}

/** Saves settings. The frame of the page shows some of them, so the page is asked for again. */
export function useSaveStudio() {
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (body: StudioPatch) => unwrap(api.PATCH('/api/v1/admin/studio', { body })),
    onSuccess: (saved) => {
      queryClient.setQueryData(queryKeys.studioSettings, saved);
      router.refresh();
    },
  });
}
