'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useToast } from '#components/ui/toast.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Roster, RosterEntry } from '#lib/api/types.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import { putEntry } from './roster-entries.ts';

/** The key of every change of who is here. */
export const ATTENDANCE = ['attendance'];

interface Tap {
  entry: RosterEntry;
  isHere: boolean;
}

/** Checks somebody in, or takes it back; seen at once, and undone on the screen where it fails. */
export function useAttendance(sessionId: string, onDone: (tap: Tap) => void) {
  const t = useTranslations('adminToday');
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const toast = useToast();
  const queryKey = queryKeys.roster(sessionId);
  const put = (entry: RosterEntry) =>
    queryClient.setQueryData<Roster>(queryKey, (roster) => roster && putEntry(roster, entry));
  return useMutation({
    mutationKey: ATTENDANCE,
    mutationFn: ({ entry: { bookingId: id }, isHere }: Tap) => send(id, isHere),
    onMutate: async ({ entry, isHere }) => {
      // An answer that is under way is from before the tap.
      await queryClient.cancelQueries({ queryKey });
      put({ ...entry, ...(isHere && { noShowAt: null }), checkedInAt: isHere ? new Date().toISOString() : null });
    },
    onSuccess: ({ session: _, ...entry }, tap) => {
      put(entry);
      onDone(tap);
    },
    onError: (error, { entry }) => {
      put(entry);
      toast({ tone: 'trouble', text: t('notChanged', { name: entry.user.name, why: problemText(error) }) });
      void queryClient.invalidateQueries({ queryKey });
    },
  });
}

function send(id: string, isHere: boolean) {
  const params = { path: { id } };
  return isHere
    ? unwrap(api.POST('/api/v1/admin/bookings/{id}/check-in', { params }))
    : unwrap(api.DELETE('/api/v1/admin/bookings/{id}/check-in', { params }));
}
