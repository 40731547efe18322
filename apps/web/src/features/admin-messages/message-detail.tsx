'use client';

import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
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
      <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
        <Button variant="secondary" onClick={onClose}>
          {t('close')}
        </Button>
        {!resend.isSuccess && (
          <Button pending={resend.isPending} onClick={() => resend.mutate()}>
            {t('resend')}
          </Button>
        )}
      </div>
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
    <dl className="grid gap-3">
      <Fact name={t('status')}>
        <span className={`font-semibold ${statusTone[status]}`}>{t(`statuses.${status}`)}</span>
        {reason && <span className="block text-muted text-sm">{reason}</span>}
      </Fact>
      <Fact name={t('member')}>
        {user.name}
        <span className="block text-muted text-sm">{sentTo ?? user.email}</span>
      </Fact>
      {subject && <Fact name={t('subject')}>{subject}</Fact>}
      <Fact name={t('recorded')}>{format.dateTime(new Date(createdAt), 'moment')}</Fact>
      {sentAt && <Fact name={t('sentAt')}>{format.dateTime(new Date(sentAt), 'moment')}</Fact>}
      {attempts > 0 && <Fact name={t('attempts')}>{format.number(attempts)}</Fact>}
      {resendOf && <Fact name={t('origin')}>{t('isResend')}</Fact>}
      {lastError && (
        <Fact name={t('lastError')}>
          <code className="break-words text-sm">{lastError}</code>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-4">
      <dt className="text-muted text-sm leading-6">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
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
