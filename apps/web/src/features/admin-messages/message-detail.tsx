'use client';

import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Definition, DefinitionList } from '#components/ui/definition-list.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { DialogActions } from '#components/ui/dialog-actions.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Delivery } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { statusTone } from './status-tone.ts';
import { useMessageTexts } from './use-message-texts.ts';

/** Everything known about the delivery of a message, and a way to send it once more. */
export function MessageDetail({ message, onClose }: { message: Delivery; onClose: () => void }) {
  const t = useTranslations('adminMessages');
  const { kindText } = useMessageTexts();
  const resend = useResend(message.id);
  return (
    <Dialog open onOpenChange={onClose} title={kindText(message)}>
      <Facts message={message} />
      <FormProblem error={resend.error} />
      {resend.isSuccess && (
        <Notice tone="good" role="status">
          {t('resent')}
        </Notice>
      )}
      <DialogActions>
        <Button variant="secondary" onClick={onClose}>
          {t('close')}
        </Button>
        {!resend.isSuccess && (
          <Button pending={resend.isPending} onClick={() => resend.mutate()}>
            {t('resend')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Facts({ message }: { message: Delivery }) {
  const t = useTranslations('adminMessages');
  const format = useFormatter();
  const { reasonText } = useMessageTexts();
  const { user, status, subject, sentTo, sentAt, createdAt, attempts, lastError, resendOf } = message;
  const reason = reasonText(message);
  return (
    <DefinitionList>
      <Definition term={t('status')}>
        <Badge tone={statusTone[status]}>{t(`statuses.${status}`)}</Badge>
        {reason && <span className="block text-muted text-sm">{reason}</span>}
      </Definition>
      <Definition term={t('member')}>
        {user.name}
        <span className="block text-muted text-sm">{sentTo ?? user.email}</span>
      </Definition>
      {subject && <Definition term={t('subject')}>{subject}</Definition>}
      <Definition term={t('recorded')}>{format.dateTime(new Date(createdAt), 'moment')}</Definition>
      {sentAt && <Definition term={t('sentAt')}>{format.dateTime(new Date(sentAt), 'moment')}</Definition>}
      {attempts > 0 && <Definition term={t('attempts')}>{format.number(attempts)}</Definition>}
      {resendOf && <Definition term={t('origin')}>{t('isResend')}</Definition>}
      {lastError && (
        <Definition term={t('lastError')}>
          <code className="break-words text-sm">{lastError}</code>
        </Definition>
      )}
    </DefinitionList>
  );
}

function useResend(id: string) {
  const queryClient = useQueryClient();
  return useIntent<Delivery>(
    (_, key) =>
      unwrap(
        api.POST('/api/v1/admin/messages/{id}/resend', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    { onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.messages }) },
  );
}
