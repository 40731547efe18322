'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { PasswordField } from '#components/ui/password-field.tsx';

/** As the API has it. */
const MIN_PASSWORD = 12;
const MAX_PASSWORD = 128;

interface Rules {
  required: string;
  minLength: { value: number; message: string };
}

interface NewPasswordFieldProps {
  label: string;
  error: string | undefined;
  /** Gives the form's field for these rules. */
  register(rules: Rules): UseFormRegisterReturn;
}

/** A password to be. It counts while one types; how good it is, the API has the last word on. */
export function NewPasswordField({ label, error, register }: NewPasswordFieldProps) {
  const t = useTranslations('auth');
  const [length, setLength] = useState(0);
  const count = MIN_PASSWORD;
  return (
    <PasswordField
      label={label}
      autoComplete="new-password"
      maxLength={MAX_PASSWORD}
      hint={error ? undefined : hintFor(length)}
      error={error}
      {...register({ required: t('required'), minLength: { value: count, message: t('passwordShort', { count }) } })}
      onInput={({ currentTarget }) => setLength(currentTarget.value.length)}
    />
  );

  function hintFor(typed: number): string {
    if (typed === 0) return t('passwordHint', { count });
    return typed < count ? t('passwordMore', { count: count - typed }) : t('passwordLong');
  }
}
