'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Outcome } from '#components/ui/outcome.tsx';
import { Link } from '#i18n/navigation.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { anonymousClient } from '#lib/auth/session.ts';

/** Asks for one press: programs that look through mail open every link in it, and would use up the token. */
export function VerifyEmail({ token }: { token: string | null }) {
  const t = useTranslations('verifyEmail');
  const queryClient = useQueryClient();
  const verify = useMutation({
    mutationFn: (body: { token: string }) => unwrap(anonymousClient.POST('/api/v1/auth/verify-email', { body })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.me }),
  });
  if (verify.isSuccess) {
    return (
      <Outcome tone="good" text={t('done')}>
        <Link href="/" className={buttonClass()}>
          {t('toSchedule')}
        </Link>
      </Outcome>
    );
  }
  if (token === null || isProblem(verify.error, 'invalid_token')) {
    return (
      <Outcome tone="trouble" text={t('refused')}>
        <Link href="/account#profile" className={buttonClass('secondary')}>
          {t('toAccount')}
        </Link>
      </Outcome>
    );
  }
  return (
    <div className="grid gap-5">
      <FormProblem error={verify.error} />
      <p>{t('text')}</p>
      <Button pending={verify.isPending} onClick={() => verify.mutate({ token })}>
        {t('submit')}
      </Button>
    </div>
  );
}
