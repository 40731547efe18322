'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Link } from '#i18n/navigation.ts';
import { acceptSignIn, anonymousClient } from '#lib/auth/session.ts';
import { useLeaveWhenSignedIn } from './use-leave-when-signed-in.ts';

interface Values {
  email: string;
  password: string;
}

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('auth');
  const isLeaving = useLeaveWhenSignedIn(next);
  const { register, handleSubmit, formState } = useForm<Values>();
  const signIn = useMutation({
    mutationFn: (body: Values) => unwrap(anonymousClient.POST('/api/v1/auth/login', { body })),
    onSuccess: acceptSignIn,
  });
  const required = { required: t('required') };
  const { errors } = formState;
  return (
    <form noValidate className="grid gap-5" onSubmit={handleSubmit((values) => signIn.mutate(values))}>
      <FormProblem error={signIn.error} />
      <TextField
        label={t('email')}
        type="email"
        autoComplete="username"
        error={errors.email?.message}
        {...register('email', required)}
      />
      <TextField
        label={t('password')}
        type="password"
        autoComplete="current-password"
        error={errors.password?.message}
        {...register('password', required)}
      />
      <Link
        href="/forgot-password"
        className="justify-self-start py-1 text-[0.9375rem] text-muted underline underline-offset-4 hover:text-ink"
      >
        {t('signIn.forgot')}
      </Link>
      <Button type="submit" pending={signIn.isPending || isLeaving}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
