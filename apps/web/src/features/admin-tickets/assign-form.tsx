'use client';

import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useTimeZone, useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { DialogActions } from '#components/ui/dialog-actions.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { api } from '#lib/api/browser-client.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminTicket } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { instantToWallTime } from '#lib/format/wall-time.ts';
import { ASSIGNMENT_FIELDS, type Assignment, type AssignmentValues, assignmentOf } from './assignment.ts';
import { OwnTermsFields } from './own-terms-fields.tsx';
import { PlanField } from './plan-field.tsx';
import { ReasonField } from './reason-field.tsx';

interface AssignFormProps {
  userId: string;
  onClose(): void;
  onAssigned(ticket: AdminTicket): void;
}

/** What the ticket is to be: one of the plans, or terms of its own. */
export function AssignForm({ userId, onClose, onAssigned }: AssignFormProps) {
  const t = useTranslations('adminTickets');
  const timeZone = useTimeZone() ?? 'UTC';
  const today = instantToWallTime(new Date().toISOString(), timeZone).date;
  const { register, handleSubmit, watch, formState } = useForm<AssignmentValues>({
    defaultValues: {
      kind: 'plan',
      planId: '',
      name: '',
      isUnlimited: false,
      entries: '',
      isLimited: false,
      classIds: [],
      from: today,
      until: '',
    },
  });
  const assign = useAssign(onAssigned);
  const refused = fieldErrors(assign.error, ASSIGNMENT_FIELDS);
  const errorOf = (name: keyof AssignmentValues) => formState.errors[name]?.message ?? refused[name];
  const { kind, isUnlimited, isLimited, from } = watch();
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={handleSubmit((values) => assign.mutate(assignmentOf(values, userId, timeZone)))}
    >
      <Segmented
        legend={t('assignKind')}
        choices={[
          { value: 'plan', label: t('kinds.plan') },
          { value: 'own', label: t('kinds.own') },
        ]}
        {...register('kind')}
      />
      {kind === 'plan' ? (
        <PlanField error={errorOf('planId')} {...register('planId', { required: t('planMissing') })} />
      ) : (
        <OwnTermsFields {...{ register, errorOf, isUnlimited, isLimited, from }} />
      )}
      <ReasonField
        hint={t('reasonRead')}
        error={errorOf('reason')}
        {...register('reason', { validate: (reason) => (reason?.trim() ? true : t('reasonMissing')) })}
      />
      <FormProblem error={assign.error} />
      <DialogActions>
        <Button variant="secondary" onClick={onClose}>
          {t('close')}
        </Button>
        <Button type="submit" pending={assign.isPending}>
          {t('confirm.assign')}
        </Button>
      </DialogActions>
    </form>
  );
}

function useAssign(onAssigned: (ticket: AdminTicket) => void) {
  const queryClient = useQueryClient();
  return useIntent<AdminTicket, Assignment>(
    (body, key) => unwrap(api.POST('/api/v1/admin/tickets', { body, headers: { 'Idempotency-Key': key } })),
    {
      onSuccess: async (ticket) => {
        onAssigned(ticket);
        await queryClient.invalidateQueries({ queryKey: queryKeys.admin });
      },
    },
  );
}
