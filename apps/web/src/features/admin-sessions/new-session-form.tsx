'use client';

import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { SessionFields } from './session-fields.tsx';
import { FIELD_NAMES, newSession, type SessionValues } from './session-form-values.ts';
import { type Catalogue, useCatalogue } from './use-catalogue.ts';

/** Puts a session on the schedule. */
export function NewSessionForm() {
  const t = useTranslations('adminSessions');
  const catalogue = useCatalogue();
  if (!catalogue.data) {
    const { error, refetch, isFetching } = catalogue;
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} rows={3} />;
  }
  return <Form catalogue={catalogue.data} />;
}

function Form({ catalogue }: { catalogue: Catalogue }) {
  const t = useTranslations('adminSessions');
  const router = useRouter();
  const queryClient = useQueryClient();
  const { register, handleSubmit, watch, formState } = useForm<SessionValues>();
  const locationId = watch('locationId');
  const timeZone = catalogue.locations.find(({ id }) => id === locationId)?.timeZone;
  const create = useIntent(
    (body: ReturnType<typeof newSession>, idempotencyKey) =>
      unwrap(api.POST('/api/v1/admin/sessions', { body, headers: { 'Idempotency-Key': idempotencyKey } })),
    {
      onSuccess: ({ id }) => {
        void queryClient.invalidateQueries({ queryKey: queryKeys.adminSessions });
        router.push(`/admin/sessions/${id}`);
      },
    },
  );
  return (
    <form
      noValidate
      className="grid max-w-2xl gap-6"
      onSubmit={handleSubmit((values) => create.mutate(newSession(values, timeZone ?? 'UTC')))}
    >
      <SessionFields
        catalogue={catalogue}
        register={register}
        errors={formState.errors}
        refused={fieldErrors(create.error, FIELD_NAMES)}
        timeZone={timeZone}
      />
      <FormProblem error={create.error} />
      <Button type="submit" className="justify-self-start" pending={create.isPending || create.isSuccess}>
        {t('create')}
      </Button>
    </form>
  );
}
