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
import { keepEmail, keptEmail } from '#features/auth/kept-email.ts';
import { useFirstFocus } from '#features/auth/use-first-focus.ts';
import { useRefusals } from '#features/auth/use-refusals.ts';
import { Link } from '#i18n/navigation.ts';
import { anonymousClient } from '#lib/auth/session.ts';
import { withNext } from '#lib/navigation/local-path.ts';

interface Values {
  email: string;
}

/**
 * Asks for a link to a new password. Whether the address has an account is not said, here as in the API.
 *
 * @param next where the visitor was going
 */
export function ForgotPasswordForm({ next }: { next: string | null }) {
  const t = useTranslations('forgotPassword');
  const { register, handleSubmit, formState, setFocus } = useForm<Values>({ defaultValues: { email: keptEmail() } });
  useFirstFocus(() => setFocus('email'));
  const request = useMutation({
    mutationFn: (body: Values) => unwrap(anonymousClient.POST('/api/v1/auth/forgot-password', { body })),
  });
  const refusals = useRefusals<keyof Values>(request.error, setFocus);
  const toSignIn = (
    <Link href={withNext('/sign-in', next)} className={buttonClass('secondary')}>
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
      <FormProblem error={refusals.rest} />
      <TextField
        label={t('email')}
        hint={t('hint')}
        type="email"
        autoComplete="username"
        error={formState.errors.email?.message ?? refusals.of('email')}
        {...register('email', {
          required: t('required'),
          onChange: ({ target }) => keepEmail(target.value),
        })}
      />
      <Button type="submit" pending={request.isPending}>
        {t('submit')}
      </Button>
      {toSignIn}
    </form>
  );
}
