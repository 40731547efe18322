'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { api } from '#lib/api/browser-client.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { ExistingAccount } from './existing-account.tsx';

interface Invitation {
  name: string;
  email: string;
  role: 'staff' | 'admin';
}

const EMPTY: Invitation = { name: '', email: '', role: 'staff' };

/** Lets somebody in: a mail lets them choose a password. */
export function InviteForm() {
  const t = useTranslations('adminSettings');
  const { register, handleSubmit, formState, reset, getValues } = useForm({ defaultValues: EMPTY });
  const invite = useInvite(() => reset(EMPTY));
  const refused = fieldErrors(invite.error);
  const { errors } = formState;
  const taken = isProblem(invite.error, 'email_taken')
    ? (invite.error.problem as { userId?: string }).userId
    : undefined;
  return (
    <form noValidate className="grid gap-4" onSubmit={handleSubmit((values) => invite.mutate(values))}>
      <h2 className="font-bold text-xl tracking-tight">{t('team.invite')}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('team.name')}
          autoComplete="off"
          error={errors.name ? t('required') : refused.name}
          {...register('name', { validate: (name) => name.trim() !== '' })}
        />
        <TextField
          type="email"
          label={t('team.email')}
          autoComplete="off"
          error={errors.email ? t('required') : refused.email}
          {...register('email', { required: true })}
        />
      </div>
      <RadioGroup
        legend={t('team.role')}
        choices={(['staff', 'admin'] as const).map((role) => ({
          value: role,
          label: t(`team.roles.${role}`),
          hint: t(`team.may.${role}`),
        }))}
        {...register('role')}
      />
      {taken ? (
        <ExistingAccount userId={taken} role={getValues('role')} onDone={invite.reset} />
      ) : (
        <FormProblem error={invite.error} />
      )}
      <div role="status" className="empty:hidden">
        {invite.data && <Notice tone="good">{t('team.invited', { email: invite.data.email })}</Notice>}
      </div>
      <Button type="submit" className="justify-self-start" pending={invite.isPending}>
        {t('team.send')}
      </Button>
    </form>
  );
}

function useInvite(onInvited: () => void) {
  const queryClient = useQueryClient();
  return useIntent(
    ({ name, email, role }: Invitation, key) =>
      unwrap(
        api.POST('/api/v1/admin/users', {
          body: { name: name.trim(), email: email.trim(), role },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    {
      onSuccess: () => {
        onInvited();
        return queryClient.invalidateQueries({ queryKey: queryKeys.team });
      },
    },
  );
}
