'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminSession, SessionOutcome } from '#lib/api/types.ts';
import { CapacityConflict } from './capacity-conflict.tsx';
import { ConfirmChange } from './confirm-change.tsx';
import { Consequences } from './consequences.tsx';
import { SessionFields } from './session-fields.tsx';
import {
  changedFields,
  FIELD_NAMES,
  type SessionPatch,
  type SessionValues,
  sessionPatch,
  sessionValues,
} from './session-form-values.ts';
import { type Catalogue, useCatalogue } from './use-catalogue.ts';
import { useRehearsed } from './use-rehearsed.ts';

/** Changes time, place, instructor, capacity and own terms of a session, after saying what that means. */
export function ChangeSessionForm({ session }: { session: AdminSession }) {
  const t = useTranslations('adminSessions');
  const { data, error, refetch, isFetching } = useCatalogue();
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
  // The state that the form shows and what is typed stands on; a newer one takes its place while nothing is typed.
  const [base, setBase] = useState(session);
  const { register, handleSubmit, watch, formState, reset } = useForm<SessionValues>({
    values: sessionValues(base),
    resetOptions: { keepDirtyValues: true },
  });
  if (base.version !== session.version && !formState.isDirty) setBase(session);
  const locationId = watch('locationId');
  const timeZone = catalogue.locations.find(({ id }) => id === locationId)?.timeZone ?? session.timeZone;
  const { planned, rehearsal, change, dismiss } = useChange(session.id, (saved) => {
    setBase(saved);
    reset(sessionValues(saved));
  });
  const submit = (allowOverCapacity: boolean) =>
    handleSubmit((values) =>
      rehearsal.mutate({ ...sessionPatch(base, values, timeZone), allowOverCapacity, version: base.version }),
    );
  const forgetProblem = () => {
    rehearsal.reset();
    change.reset();
  };
  const error = rehearsal.error ?? change.error;
  const pending = rehearsal.isPending || (change.isPending && !planned);
  return (
    <form noValidate className="grid gap-6" onSubmit={submit(false)}>
      <SessionFields
        catalogue={catalogue}
        register={register}
        errors={formState.errors}
        refused={fieldErrors(error, FIELD_NAMES)}
        timeZone={timeZone}
        session={base}
      />
      <Refusal
        error={planned ? null : error}
        pending={pending}
        changed={changedFields(base, session).map((name) => t(name))}
        onAllow={submit(true)}
        reload={async () => setBase(session)}
        onLoaded={forgetProblem}
      />
      <div role="status" className="empty:hidden">
        {change.isSuccess && !formState.isDirty && <Notice tone="good">{t('saved')}</Notice>}
      </div>
      <Button type="submit" className="justify-self-start" pending={pending} disabled={!formState.isDirty}>
        {t('save')}
      </Button>
      <ConfirmChange
        open={planned !== null}
        title={t('changeTitle')}
        confirm={t('save')}
        pending={change.isPending}
        error={change.error}
        onConfirm={() => planned && change.mutate(planned.body)}
        onClose={dismiss}
      >
        {planned?.outcome.consequences && <Consequences facts={planned.outcome.consequences} sessionId={session.id} />}
      </ConfirmChange>
    </form>
  );
}

interface RefusalProps {
  error: Error | null;
  pending: boolean;
  changed: string[];
  onAllow(): void;
  reload(): Promise<unknown>;
  onLoaded(): void;
}

/** Why it was not accepted, with the way on where there is one. */
function Refusal({ error, pending, onAllow, ...edit }: RefusalProps) {
  if (isProblem(error, 'capacity_below_active')) {
    return <CapacityConflict problem={error} pending={pending} onAllow={onAllow} />;
  }
  return <EditProblem error={error} {...edit} />;
}

type Body = SessionPatch & { allowOverCapacity: boolean; version: number };

function useChange(id: string, onSaved: (session: AdminSession) => void) {
  const queryClient = useQueryClient();
  const send = async (body: Body, dryRun: boolean): Promise<SessionOutcome> => {
    try {
      return await unwrap(
        api.PATCH('/api/v1/admin/sessions/{id}', { params: { path: { id } }, body: { ...body, dryRun } }),
      );
    } catch (error) {
      if (isProblem(error, 'version_conflict')) {
        await queryClient.invalidateQueries({ queryKey: queryKeys.adminSession(id) });
      }
      throw error;
    }
  };
  return useRehearsed(send, {
    isHarmless: ({ consequences }) => consequences?.people.length === 0 && consequences.mails.length === 0,
    onDone: async (session) => {
      queryClient.setQueryData(queryKeys.adminSession(id), session);
      onSaved(session);
      await queryClient.invalidateQueries({ queryKey: queryKeys.adminSessions });
    },
  });
}
