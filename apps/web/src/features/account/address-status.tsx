'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { api } from '#lib/api/browser-client.ts';

/** A reminder that nobody has shown yet that mails to this account arrive, and another link to do so. */
export function AddressStatus({ email }: { email: string }) {
  const t = useTranslations('myAccount');
  const request = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/me/email-verification')),
  });
  return (
    <>
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
    </>
  );
}
