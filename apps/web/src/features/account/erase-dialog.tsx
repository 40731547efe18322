'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { useRefusals } from '#features/auth/use-refusals.ts';
import { api } from '#lib/api/browser-client.ts';
import { tokenKeeper } from '#lib/auth/session.ts';
import { EraseConsequences } from './erase-consequences.tsx';

interface EraseDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
}

interface Values {
  currentPassword: string;
  understood: boolean;
}

/** Says what erasing the account takes with it, and does it for somebody who knows the password and has ticked the box. */
export function EraseDialog({ open, onOpenChange }: EraseDialogProps) {
  const t = useTranslations('myAccount');
  const { register, handleSubmit, formState, reset, setFocus } = useForm<Values>();
  const erase = useMutation({
    mutationFn: ({ currentPassword }: Values) =>
      unwrap(api.DELETE('/api/v1/me', { body: { password: currentPassword } })),
    onSuccess: () => tokenKeeper.signOut('erased'),
  });
  const refusals = useRefusals<'currentPassword'>(erase.error, setFocus);
  const submit = handleSubmit((values) => erase.mutate(values));
  const change = (isOpen: boolean) => {
    reset();
    erase.reset();
    onOpenChange(isOpen);
  };
  const { errors } = formState;
  return (
    <AlertDialog
      open={open}
      onOpenChange={change}
      title={t('erase.question')}
      text={<EraseConsequences />}
      keep={t('erase.keep')}
      confirm={t('erase.action')}
      pending={erase.isPending}
      error={refusals.rest}
      onConfirm={submit}
    >
      <form noValidate className="grid gap-3" onSubmit={submit}>
        <PasswordField
          label={t('erase.password')}
          autoComplete="current-password"
          error={errors.currentPassword ? t('required') : refusals.of('currentPassword')}
          {...register('currentPassword', { required: true })}
        />
        <Checkbox
          label={t('erase.understood')}
          {...(errors.understood && { hint: t('erase.mustUnderstand') })}
          aria-invalid={errors.understood !== undefined}
          {...register('understood', { required: true })}
        />
      </form>
    </AlertDialog>
  );
}
