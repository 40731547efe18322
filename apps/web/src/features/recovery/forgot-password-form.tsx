'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Outcome } from '#components/ui/outcome.tsx';
import { Link } from '#i18n/navigation.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { anonymousClient } from '#lib/auth/session.ts';

interface Values {
  email: string;
}

/** Asks for a link to a new password. Whether the address has an account is not said, here as in the API. */
export function ForgotPasswordForm() {
  const t = useTranslations('forgotPassword');
  const { register, handleSubmit, formState } = useForm<Values>();
  const request = useMutation({
    mutationFn: (body: Values) => unwrap(anonymousClient.POST('/api/v1/auth/forgot-password', { body })),
  });
  const toSignIn = (
    <Link href="/sign-in" className={buttonClass('secondary')}>
      {t('toSignIn')}
    </Link>
  );
  if (request.isSuccess) {
    return (
      <Outcome tone="good" text={t('sent', { email: request.variables.email })}>
        {toSignIn}
      </Outcome>
    );
  }
  return (
    <form noValidate className="grid gap-5" onSubmit={handleSubmit((values) => request.mutate(values))}>
      <FormProblem error={request.error} />
      <TextField
        label={t('email')}
        hint={t('hint')}
        type="email"
        autoComplete="username"
        error={formState.errors.email?.message ?? fieldErrors(request.error).email}
        {...register('email', { required: t('required') })}
      />
      <Button type="submit" pending={request.isPending}>
        {t('submit')}
      </Button>
      {toSignIn}
    </form>
  );
}
