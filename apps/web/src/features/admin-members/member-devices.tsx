'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { useToast } from '#components/ui/toast.ts';
import { DeviceRow } from '#features/account/device-row.tsx';
import { useDeviceName } from '#features/account/use-device-name.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Device } from '#lib/api/types.ts';

const PAGE_SIZE = 20;

/** Where a member is signed in, and the way to end it. */
export function MemberDevices({ userId }: { userId: string }) {
  const t = useTranslations('adminMembers');
  const list = useInfiniteQuery({
    queryKey: queryKeys.memberDevices(userId),
    queryFn: ({ pageParam: cursor, signal }) => {
      const params = { path: { id: userId }, query: { limit: PAGE_SIZE, ...(cursor && { cursor }) } };
      return unwrap(api.GET('/api/v1/admin/users/{id}/devices', { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const end = useEndDevice(userId);
  return (
    <>
      <p className="max-w-prose pb-4 text-muted">{t('devices.text')}</p>
      <FormProblem error={end.error} />
      <PagedList list={list} loading={t('devices.loading')} empty={<EmptyState title={t('devices.empty')} />}>
        {(devices) => (
          <ul aria-label={t('devices.title')} className="border-line border-t">
            {devices.map((device) => (
              <DeviceRow
                key={device.id}
                device={device}
                isEnding={end.isPending && end.variables.id === device.id}
                onEnd={() => end.mutate(device)}
              />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}

function useEndDevice(userId: string) {
  const t = useTranslations('myAccount');
  const queryClient = useQueryClient();
  const toast = useToast();
  const nameOf = useDeviceName();
  return useMutation({
    mutationFn: async ({ id: deviceId }: Device) => {
      try {
        const params = { path: { id: userId, deviceId } };
        await unwrap(api.DELETE('/api/v1/admin/users/{id}/devices/{deviceId}', { params }));
      } catch (error) {
        // One that has ended meanwhile only has to leave the list.
        if (!isProblem(error, 'not_found')) throw error;
      }
    },
    onSuccess: (_, device) => {
      toast({ tone: 'good', text: t('devices.ended', { device: nameOf(device) }) });
      return queryClient.invalidateQueries({ queryKey: queryKeys.memberDevices(userId) });
    },
  });
}
