'use client';

import { useTranslations } from 'next-intl';
import type { RegisterOptions, UseFormRegisterReturn } from 'react-hook-form';
import { TextField } from '#components/ui/field.tsx';

const MIN_PASSWORD = 12;

interface NewPasswordFieldProps {
  label: string;
  error: string | undefined;
  /** Gives the form's field for these rules. */
  register(
    rules: Pick<RegisterOptions, 'required'> & { minLength: { value: number; message: string } },
  ): UseFormRegisterReturn;
}

/** A password to be; the API has the last word on how good it is. */
export function NewPasswordField({ label, error, register }: NewPasswordFieldProps) {
  const t = useTranslations('auth');
  const count = MIN_PASSWORD;
  return (
    <TextField
      label={label}
      type="password"
      autoComplete="new-password"
      hint={t('passwordHint', { count })}
      error={error}
      {...register({ required: t('required'), minLength: { value: count, message: t('passwordShort', { count }) } })}
    />
  );
}
