'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { api } from '#lib/api/browser-client.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import type { Person } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';

interface NewPersonFormProps {
  /** What was looked for: half of it is typed already. */
  typed: string;
  onCreated(person: Person): void;
  /** Looks for whoever has this e-mail. */
  onTaken(email: string): void;
  onBack(): void;
}

/** Makes an account with what one asks at a desk; a mail lets its owner choose a password. */
export function NewPersonForm({ typed, onCreated, onTaken, onBack }: NewPersonFormProps) {
  const t = useTranslations('adminWalkIn');
  const isEmail = typed.includes('@');
  const { register, handleSubmit, formState, getValues } = useForm({
    defaultValues: { name: isEmail ? '' : typed.trim(), email: isEmail ? typed.trim() : '' },
  });
  const create = useIntent(
    (body: { name: string; email: string }, key) =>
      unwrap(api.POST('/api/v1/admin/people', { body, headers: { 'Idempotency-Key': key } })),
    { onSuccess: onCreated },
  );
  const refused = fieldErrors(create.error);
  const required = { required: t('required') };
  return (
    <form noValidate className="grid gap-5" onSubmit={handleSubmit((values) => create.mutate(values))}>
      <TextField
        label={t('name')}
        autoComplete="off"
        error={formState.errors.name?.message ?? refused.name}
        {...register('name', required)}
      />
      <TextField
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        autoComplete="off"
        error={formState.errors.email?.message ?? refused.email}
        {...register('email', required)}
      />
      <FormProblem error={create.error} />
      {isProblem(create.error, 'email_taken') && (
        <Button variant="secondary" onClick={() => onTaken(getValues('email'))}>
          {t('findOwner')}
        </Button>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" className="min-h-13 flex-1" pending={create.isPending}>
          {t('create')}
        </Button>
        <Button variant="quiet" className="min-h-13" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
}
