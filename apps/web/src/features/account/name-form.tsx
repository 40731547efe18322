'use client';

import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { SavedNote } from '#components/ui/saved-note.tsx';
import { useRefusals } from '#features/auth/use-refusals.ts';
import { useUpdateMe } from './use-me.ts';

export function NameForm({ name }: { name: string }) {
  const t = useTranslations('myAccount');
  const { register, handleSubmit, formState, setFocus, setValue } = useForm({ defaultValues: { name } });
  const save = useUpdateMe((me) => setValue('name', me.name));
  const refusals = useRefusals<'name'>(save.error, setFocus);
  const errorText = formState.errors.name ? t('required') : refusals.of('name');
  return (
    <form noValidate className="grid max-w-md gap-4" onSubmit={handleSubmit((values) => save.mutate(values))}>
      <FormProblem error={refusals.rest} />
      <TextField
        label={t('profile.name')}
        autoComplete="name"
        maxLength={100}
        error={errorText}
        {...register('name', { required: true, onChange: () => save.reset() })}
      />
      <div className="flex items-center gap-4">
        <Button type="submit" variant="secondary" pending={save.isPending}>
          {t('save')}
        </Button>
        <SavedNote>{save.isSuccess && t('saved')}</SavedNote>
      </div>
    </form>
  );
}
