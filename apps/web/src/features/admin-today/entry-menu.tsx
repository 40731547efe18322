'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { EllipsisVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '#components/ui/field.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { LazyAlertDialog } from '#components/ui/lazy-alert-dialog.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { useToast } from '#components/ui/toast.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { DeskSession, RosterEntry } from '#lib/api/types.ts';
import { canCancel } from './can-cancel.ts';
import { useNow } from './use-now.ts';

const MAX_REASON = 500;

/** What is done for a member less often: their booking canceled, after asking. Not there when nothing can be done. */
export function EntryMenu({ entry, session }: { entry: RosterEntry; session: DeskSession }) {
  const t = useTranslations('adminToday');
  const now = useNow();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const cancel = useCancelFor(entry, session.id, () => setAsking(false));
  if (!canCancel(session, entry, now) && !isAsking) return null;
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
        onConfirm={() => cancel.mutate(reason.trim())}
        pending={cancel.isPending}
        error={cancel.error}
      >
        <TextField
          label={t('cancelReason')}
          hint={t('cancelReasonHint')}
          optional
          value={reason}
          maxLength={MAX_REASON}
          onChange={({ target }) => setReason(target.value)}
        />
      </LazyAlertDialog>
    </>
  );
}

function useCancelFor({ bookingId, user }: RosterEntry, sessionId: string, onCanceled: () => void) {
  const t = useTranslations('adminToday');
  const queryClient = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: async (reason: string) => {
      try {
        const params = { path: { id: bookingId } };
        await unwrap(api.POST('/api/v1/admin/bookings/{id}/cancel', { params, body: reason ? { reason } : {} }));
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
