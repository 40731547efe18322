'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { acceptSignIn, anonymousClient } from '#lib/auth/session.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { useLeaveWhenSignedIn } from './use-leave-when-signed-in.ts';

interface Values {
  name: string;
  email: string;
  password: string;
}

export function SignUpForm({ next }: { next: string }) {
  const t = useTranslations('auth');
  const locale = useLocale();
  const isLeaving = useLeaveWhenSignedIn(next);
  const { register, handleSubmit, formState } = useForm<Values>();
  const signUp = useMutation({
    mutationFn: (values: Values) =>
      unwrap(anonymousClient.POST('/api/v1/auth/register', { body: { ...values, locale } })),
    onSuccess: acceptSignIn,
    // A second attempt after a lost answer would be told that the e-mail is taken, by the first one.
    retry: false,
  });
  const required = { required: t('required') };
  const refused = fieldErrors(signUp.error);
  const errorOf = (name: keyof Values) => formState.errors[name]?.message ?? refused[name];
  return (
    <form noValidate className="grid gap-5" onSubmit={handleSubmit((values) => signUp.mutate(values))}>
      <FormProblem error={signUp.error} />
      <TextField label={t('name')} autoComplete="name" error={errorOf('name')} {...register('name', required)} />
      <TextField
        label={t('email')}
        type="email"
        autoComplete="username"
        error={errorOf('email')}
        {...register('email', required)}
      />
      <NewPasswordField
        label={t('password')}
        error={errorOf('password')}
        register={(rules) => register('password', rules)}
      />
      <Button type="submit" pending={signUp.isPending || isLeaving}>
        {t('signUp.submit')}
      </Button>
    </form>
  );
}
