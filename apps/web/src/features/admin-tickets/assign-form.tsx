'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { DialogActions } from '#components/ui/dialog-actions.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { instantToWallTime } from '#lib/format/wall-time.ts';
import { ASSIGNMENT_FIELDS, type AssignmentValues, assignmentOf } from './assignment.ts';
import { OwnTermsFields } from './own-terms-fields.tsx';
import { PlanField } from './plan-field.tsx';
import { ReasonField } from './reason-field.tsx';
import type { Assign } from './use-assign.ts';

interface AssignFormProps {
  userId: string;
  assign: Assign;
  onClose(): void;
}

/** What the ticket is to be: one of the plans, or terms of its own. */
export function AssignForm({ userId, assign, onClose }: AssignFormProps) {
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
