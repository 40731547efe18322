'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { EllipsisVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { LazyAlertDialog } from '#components/ui/lazy-alert-dialog.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { useToast } from '#components/ui/toast.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { RosterEntry } from '#lib/api/types.ts';

/** What is done for a member less often: their booking canceled, after asking. */
export function EntryMenu({ entry, sessionId }: { entry: RosterEntry; sessionId: string }) {
  const t = useTranslations('adminToday');
  const [isAsking, setAsking] = useState(false);
  const cancel = useCancelFor(entry, sessionId, () => setAsking(false));
  const { name } = entry.user;
  const trigger = (
    <IconButton label={t('more', { name })} className="relative">
      <EllipsisVertical aria-hidden="true" size={20} />
    </IconButton>
  );
  return (
    <>
      <Menu trigger={trigger}>
        <MenuItem tone="trouble" onSelect={() => setAsking(true)}>
          {t('cancelBooking')}
        </MenuItem>
      </Menu>
      <LazyAlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('cancelTitle', { name })}
        text={t(entry.state === 'waiting' ? 'cancelWaitingText' : 'cancelText')}
        keep={t('keepBooking')}
        confirm={t('cancelBooking')}
        onConfirm={() => cancel.mutate()}
        pending={cancel.isPending}
        error={cancel.error}
      />
    </>
  );
}

function useCancelFor({ bookingId, user }: RosterEntry, sessionId: string, onCanceled: () => void) {
  const t = useTranslations('adminToday');
  const queryClient = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: async () => {
      try {
        const params = { path: { id: bookingId } };
        await unwrap(api.POST('/api/v1/admin/bookings/{id}/cancel', { params, body: {} }));
      } catch (error) {
        // An attempt whose answer got lost, or another desk, has done it already.
        if (!isProblem(error, 'already_canceled')) throw error;
      }
    },
    onSuccess: async () => {
      onCanceled();
      toast({ text: t('bookingCanceled', { name: user.name }) });
      await queryClient.invalidateQueries({ queryKey: queryKeys.roster(sessionId) });
    },
  });
}
