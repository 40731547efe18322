'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { type Locale, useLocale, useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { DialogActions } from '#components/ui/dialog-actions.tsx';
import { SelectField, TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { useToast } from '#components/ui/toast.ts';
import { languageNames } from '#i18n/language-names.ts';
import { Link, useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { roles } from './member-search.ts';
import { memberHref } from './member-tab.ts';

interface Values {
  name: string;
  email: string;
  locale: string;
  role: (typeof roles)[number];
}

/** Makes an account for somebody and invites them by e-mail. */
export function NewMemberDialog({ locales, onClose }: { locales: readonly Locale[]; onClose(): void }) {
  const t = useTranslations('adminMembers');
  const { register, handleSubmit, formState } = useForm<Values>({
    defaultValues: { locale: useLocale(), role: 'member' },
  });
  const create = useCreate(onClose);
  const refused = fieldErrors(create.error);
  const errorOf = (name: keyof Values) => (formState.errors[name] ? t('create.required') : refused[name]);
  const isTaken = isProblem(create.error, 'email_taken');
  return (
    <Dialog open onOpenChange={onClose} title={t('create.title')}>
      <form noValidate className="grid gap-5" onSubmit={handleSubmit((values) => create.mutate(values))}>
        <p className="text-muted">{t('create.text')}</p>
        <TextField
          label={t('create.name')}
          autoComplete="off"
          error={errorOf('name')}
          {...register('name', { required: true })}
        />
        <TextField
          label={t('create.email')}
          type="email"
          autoComplete="off"
          error={errorOf('email')}
          {...register('email', { required: true })}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField label={t('create.language')} {...register('locale')}>
            {locales.map((locale) => (
              <option key={locale} value={locale} lang={locale}>
                {languageNames[locale]}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('create.role')} {...register('role')}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`roles.${role}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <FormProblem error={create.error} />
        {isTaken && <OwnerLink error={create.error} />}
        <DialogActions>
          <Button variant="secondary" onClick={onClose}>
            {t('create.cancel')}
          </Button>
          <Button type="submit" pending={create.isPending}>
            {t('create.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function OwnerLink({ error }: { error: Error | null }) {
  const t = useTranslations('adminMembers');
  const { userId } = isProblem(error) ? (error.problem as { userId?: string }) : {};
  if (!userId) return null;
  return (
    <Link href={memberHref(userId)} className="font-medium underline underline-offset-4">
      {t('create.open')}
    </Link>
  );
}

function useCreate(onClose: () => void) {
  const t = useTranslations('adminMembers');
  const queryClient = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  return useIntent(
    (body: Values, idempotencyKey) =>
      unwrap(api.POST('/api/v1/admin/users', { body, headers: { 'Idempotency-Key': idempotencyKey } })),
    {
      onSuccess: ({ id, name }) => {
        void queryClient.invalidateQueries({ queryKey: queryKeys.members });
        toast({ tone: 'good', text: t('create.done', { name }) });
        onClose();
        router.push(memberHref(id));
      },
    },
  );
}
