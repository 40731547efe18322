import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { queryKeys } from '#lib/api/query-keys.ts';
import { refreshOwn } from './own-changes.ts';

const otherTab = new BroadcastChannel('openmat-own-changes');
afterEach(() => otherTab.close());

test('what follows from a booking is looked at again here, and the other tabs are told', async () => {
  const heard = vi.fn();
  otherTab.addEventListener('message', heard);
  const queryClient = new QueryClient();
  const keys = [queryKeys.bookingList('upcoming'), queryKeys.session('a'), queryKeys.ticketList];
  for (const key of [...keys, queryKeys.me]) queryClient.setQueryData(key, {});
  await refreshOwn(queryClient);
  const isStale = (key: readonly unknown[]) => queryClient.getQueryState(key)?.isInvalidated;
  expect([keys.every(isStale), isStale(queryKeys.me)]).toEqual([true, false]);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
});
