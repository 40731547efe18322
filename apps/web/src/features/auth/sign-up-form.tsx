'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { acceptSignIn, anonymousClient } from '#lib/auth/session.ts';
import { keepEmail, keptEmail } from './kept-email.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { TakenEmail } from './taken-email.tsx';
import { useFirstFocus } from './use-first-focus.ts';
import { useLeaveWhenSignedIn } from './use-leave-when-signed-in.ts';
import { useRefusals } from './use-refusals.ts';

interface Values {
  name: string;
  email: string;
  password: string;
}

/** @param next where the visitor was going */
export function SignUpForm({ next }: { next: string | null }) {
  const t = useTranslations('auth');
  const locale = useLocale();
  const isLeaving = useLeaveWhenSignedIn(next ?? '/');
  const { register, handleSubmit, formState, setFocus } = useForm<Values>({
    defaultValues: { name: '', email: keptEmail(), password: '' },
  });
  useFirstFocus(() => setFocus('name'));
  const signUp = useMutation({
    mutationFn: (values: Values) =>
      unwrap(anonymousClient.POST('/api/v1/auth/register', { body: { ...values, locale } })),
    onSuccess: (answer) => {
      keepEmail('');
      acceptSignIn(answer);
    },
    // A second attempt after a lost answer would be told that the e-mail is taken, by the first one.
    retry: false,
  });
  const required = { required: t('required') };
  const refusals = useRefusals<keyof Values>(signUp.error, setFocus);
  const errorOf = (name: keyof Values) => formState.errors[name]?.message ?? refusals.of(name);
  return (
    <form noValidate className="grid gap-5" onSubmit={handleSubmit((values) => signUp.mutate(values))}>
      {isProblem(signUp.error, 'email_taken') ? <TakenEmail next={next} /> : <FormProblem error={refusals.rest} />}
      <TextField label={t('name')} autoComplete="name" error={errorOf('name')} {...register('name', required)} />
      <TextField
        label={t('email')}
        type="email"
        autoComplete="username"
        error={errorOf('email')}
        {...register('email', { ...required, onChange: ({ target }) => keepEmail(target.value) })}
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
