'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { Link } from '#i18n/navigation.ts';
import { acceptSignIn, anonymousClient } from '#lib/auth/session.ts';
import { withNext } from '#lib/navigation/local-path.ts';
import { keepEmail, keptEmail } from './kept-email.ts';
import { useFirstFocus } from './use-first-focus.ts';
import { useLeaveWhenSignedIn } from './use-leave-when-signed-in.ts';

interface Values {
  email: string;
  password: string;
}

/** @param next where the visitor was going */
export function SignInForm({ next }: { next: string | null }) {
  const t = useTranslations('auth');
  const isLeaving = useLeaveWhenSignedIn(next ?? '/');
  const { register, handleSubmit, formState, resetField, setFocus } = useForm<Values>({
    defaultValues: { email: keptEmail(), password: '' },
  });
  useFirstFocus(() => setFocus(keptEmail() ? 'password' : 'email'));
  const signIn = useMutation({
    mutationFn: (body: Values) => unwrap(anonymousClient.POST('/api/v1/auth/login', { body })),
    onSuccess: (answer) => {
      keepEmail('');
      acceptSignIn(answer);
    },
    onError: (error) => {
      if (!isProblem(error, 'invalid_credentials')) return;
      resetField('password');
      setFocus('password');
    },
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
        {...register('email', { ...required, onChange: ({ target }) => keepEmail(target.value) })}
      />
      <PasswordField
        label={t('password')}
        autoComplete="current-password"
        error={errors.password?.message}
        {...register('password', required)}
      />
      <Link
        href={withNext('/forgot-password', next)}
        className="-my-2 justify-self-start py-2.5 text-[0.9375rem] text-muted underline underline-offset-4 hover:text-ink"
      >
        {t('signIn.forgot')}
      </Link>
      <Button type="submit" pending={signIn.isPending || isLeaving}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}
