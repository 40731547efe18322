'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Outcome } from '#components/ui/outcome.tsx';
import { NewPasswordField } from '#features/auth/new-password-field.tsx';
import { useFirstFocus } from '#features/auth/use-first-focus.ts';
import { useRefusals } from '#features/auth/use-refusals.ts';
import { Link } from '#i18n/navigation.ts';
import { anonymousClient, tokenKeeper } from '#lib/auth/session.ts';

interface Values {
  password: string;
}

/** Sets a new password, which ends the session of every device, this one included. */
export function ResetPasswordForm({ token }: { token: string | null }) {
  const t = useTranslations('resetPassword');
  const { register, handleSubmit, formState, setFocus } = useForm<Values>();
  useFirstFocus(() => setFocus('password'));
  const reset = useMutation({
    mutationFn: (body: Values & { token: string }) =>
      unwrap(anonymousClient.POST('/api/v1/auth/reset-password', { body })),
    onSuccess: () => tokenKeeper.signOut(),
  });
  const refusals = useRefusals<keyof Values>(reset.error, setFocus);
  if (reset.isSuccess) return <Ending tone="good" text={t('done')} href="/sign-in" label={t('toSignIn')} />;
  if (token === null || isProblem(reset.error, 'invalid_token')) {
    return <Ending tone="trouble" text={t('refused')} href="/forgot-password" label={t('again')} />;
  }
  return (
    <form noValidate className="grid gap-5" onSubmit={handleSubmit((values) => reset.mutate({ ...values, token }))}>
      <FormProblem error={refusals.rest} />
      <NewPasswordField
        label={t('password')}
        error={formState.errors.password?.message ?? refusals.of('password')}
        register={(rules) => register('password', rules)}
      />
      <Button type="submit" pending={reset.isPending}>
        {t('submit')}
      </Button>
    </form>
  );
}

interface EndingProps {
  tone: 'good' | 'trouble';
  text: string;
  href: string;
  label: string;
}

function Ending({ tone, text, href, label }: EndingProps) {
  return (
    <Outcome tone={tone} text={text}>
      <Link href={href} className={buttonClass()}>
        {label}
      </Link>
    </Outcome>
  );
}
