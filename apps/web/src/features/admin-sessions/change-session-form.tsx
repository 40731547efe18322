'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminSession } from '#lib/api/types.ts';
import { CapacityConflict } from './capacity-conflict.tsx';
import { SessionFields } from './session-fields.tsx';
import {
  FIELD_NAMES,
  type SessionPatch,
  type SessionValues,
  sessionPatch,
  sessionValues,
} from './session-form-values.ts';
import { type Catalogue, useCatalogue } from './use-catalogue.ts';

/** Changes time, place, instructor and capacity of a session. */
export function ChangeSessionForm({ session }: { session: AdminSession }) {
  const t = useTranslations('adminSessions');
  const catalogue = useCatalogue();
  const { data, error, refetch, isFetching } = catalogue;
  return (
    <section aria-labelledby="change">
      <h2 id="change" className="pb-4 font-bold text-2xl tracking-tight">
        {t('change')}
      </h2>
      {data && <Form session={session} catalogue={data} />}
      {!data && error && <ErrorState error={error} retry={refetch} pending={isFetching} />}
      {!data && !error && <Skeleton className="h-72 w-full" />}
    </section>
  );
}

function Form({ session, catalogue }: { session: AdminSession; catalogue: Catalogue }) {
  const t = useTranslations('adminSessions');
  // What somebody else changes meanwhile appears, what is being typed stays.
  const { register, handleSubmit, watch, formState, reset } = useForm<SessionValues>({
    values: sessionValues(session),
    resetOptions: { keepDirtyValues: true },
  });
  const locationId = watch('locationId');
  const timeZone = catalogue.locations.find(({ id }) => id === locationId)?.timeZone ?? session.timeZone;
  const change = useChangeSession(session.id, (saved) => reset(sessionValues(saved)));
  const submit = (allowOverCapacity: boolean) =>
    handleSubmit((values) => change.mutate({ ...sessionPatch(session, values, timeZone), allowOverCapacity }));
  const conflict = isProblem(change.error, 'capacity_below_active') ? change.error : null;
  return (
    <form noValidate className="grid gap-6" onSubmit={submit(false)}>
      <SessionFields
        catalogue={catalogue}
        register={register}
        errors={formState.errors}
        refused={fieldErrors(change.error, FIELD_NAMES)}
        timeZone={timeZone}
        hasClass
      />
      {conflict ? (
        <CapacityConflict problem={conflict} pending={change.isPending} onAllow={submit(true)} />
      ) : (
        <FormProblem error={change.error} />
      )}
      <div role="status" className="empty:hidden">
        {change.isSuccess && !formState.isDirty && <Notice tone="good">{t('saved')}</Notice>}
      </div>
      <Button type="submit" className="justify-self-start" pending={change.isPending} disabled={!formState.isDirty}>
        {t('save')}
      </Button>
    </form>
  );
}

function useChangeSession(id: string, onSaved: (session: AdminSession) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: SessionPatch & { allowOverCapacity: boolean }) =>
      unwrap(api.PATCH('/api/v1/admin/sessions/{id}', { params: { path: { id } }, body })),
    onSuccess: async (session) => {
      queryClient.setQueryData(queryKeys.adminSession(id), session);
      onSaved(session);
      await queryClient.invalidateQueries({ queryKey: queryKeys.adminSessions });
    },
  });
}
