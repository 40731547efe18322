'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { NewPasswordField } from '#features/auth/new-password-field.tsx';
import { useFirstFocus } from '#features/auth/use-first-focus.ts';
import { useRefusals } from '#features/auth/use-refusals.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useMe, useUpdateMe } from './use-me.ts';

interface Values {
  currentPassword: string;
  password: string;
}

/** Another password; all other devices are signed out by it. */
export function PasswordForm({ onChanged, onCancel }: { onChanged(): void; onCancel(): void }) {
  const t = useTranslations('myAccount');
  const queryClient = useQueryClient();
  const { data: me } = useMe();
  const { register, handleSubmit, formState, setFocus } = useForm<Values>();
  useFirstFocus(() => setFocus('currentPassword'));
  const save = useUpdateMe(() => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.devices });
    onChanged();
  });
  const refusals = useRefusals<keyof Values>(save.error, setFocus);
  return (
    <form noValidate className="grid gap-4" onSubmit={handleSubmit((values) => save.mutate(values))}>
      <FormProblem error={refusals.rest} />
      {/* Tells password managers whose password it is. */}
      <input type="email" autoComplete="username" value={me?.email ?? ''} readOnly hidden />
      <PasswordField
        label={t('currentPassword')}
        autoComplete="current-password"
        error={formState.errors.currentPassword ? t('required') : refusals.of('currentPassword')}
        {...register('currentPassword', { required: true })}
      />
      <NewPasswordField
        label={t('password.new')}
        error={formState.errors.password?.message ?? refusals.of('password')}
        register={(rules) => register('password', rules)}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={save.isPending}>
          {t('password.change')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
