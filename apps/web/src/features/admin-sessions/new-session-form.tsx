'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminSession } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { type NewSessionStart, startValues } from './new-session-start.ts';
import { SessionFields } from './session-fields.tsx';
import { FIELD_NAMES, newSession, type SessionValues } from './session-form-values.ts';
import { type Catalogue, useCatalogue } from './use-catalogue.ts';

/** Puts a session on the schedule: an empty form, a free slot of the week, or the copy of another session. */
export function NewSessionForm({ start }: { start: NewSessionStart }) {
  const t = useTranslations('adminSessions');
  const catalogue = useCatalogue();
  const original = useOriginal(start.copyOf);
  if (!catalogue.data || (start.copyOf && !original.data)) {
    const { error, refetch, isFetching } = catalogue.error ? catalogue : original;
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} rows={3} />;
  }
  return <Form catalogue={catalogue.data} start={start} original={original.data} />;
}

function useOriginal(id: string | undefined) {
  return useQuery({
    queryKey: queryKeys.adminSession(id ?? ''),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/admin/sessions/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== undefined,
  });
}

interface FormProps {
  catalogue: Catalogue;
  start: NewSessionStart;
  original: AdminSession | undefined;
}

function Form({ catalogue, start, original }: FormProps) {
  const t = useTranslations('adminSessions');
  const router = useRouter();
  const queryClient = useQueryClient();
  const { register, handleSubmit, watch, formState } = useForm<SessionValues>({
    defaultValues: startValues(start, original),
  });
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
      {original && <Notice>{t('isCopy')}</Notice>}
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
