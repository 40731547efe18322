'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

/** A reminder while nobody has shown that mails to this account arrive; nothing once they do. */
export function AddressStatus() {
  const t = useTranslations('myAccount');
  const { data } = useQuery({
    queryKey: queryKeys.me,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/me', { signal })),
  });
  const request = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/me/email-verification')),
  });
  if (!data || data.emailVerified) return null;
  const { email } = data;
  return (
    <div className="grid gap-3 pb-8">
      <FormProblem error={request.error} />
      <Notice tone="wait" role="status">
        {t(request.isSuccess ? 'linkSent' : 'notVerified', { email })}
      </Notice>
      {!request.isSuccess && (
        <Button
          variant="secondary"
          className="justify-self-start"
          pending={request.isPending}
          onClick={() => request.mutate()}
        >
          {t('sendLink')}
        </Button>
      )}
    </div>
  );
}
