'use client';

import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { useFirstFocus } from '#features/auth/use-first-focus.ts';
import { useRefusals } from '#features/auth/use-refusals.ts';
import { useUpdateMe } from './use-me.ts';

interface Values {
  email: string;
  currentPassword: string;
}

interface EmailFormProps {
  /** The present one. */
  email: string;
  onChanged(): void;
  onCancel(): void;
}

/** Another address for the account; whoever changes it has to know the password. */
export function EmailForm({ email, onChanged, onCancel }: EmailFormProps) {
  const t = useTranslations('myAccount');
  const { register, handleSubmit, formState, setFocus } = useForm<Values>();
  useFirstFocus(() => setFocus('email'));
  const save = useUpdateMe(onChanged);
  const refusals = useRefusals<keyof Values>(save.error, setFocus);
  const errorOf = (name: keyof Values) => (formState.errors[name] ? t('required') : refusals.of(name));
  return (
    <form noValidate className="grid gap-4" onSubmit={handleSubmit((values) => save.mutate(values))}>
      <FormProblem error={refusals.rest} />
      <TextField
        label={t('profile.newEmail')}
        type="email"
        autoComplete="email"
        placeholder={email}
        error={errorOf('email')}
        {...register('email', { required: true })}
      />
      <PasswordField
        label={t('currentPassword')}
        hint={t('currentPasswordWhy')}
        autoComplete="current-password"
        error={errorOf('currentPassword')}
        {...register('currentPassword', { required: true })}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={save.isPending}>
          {t('profile.changeEmail')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
