'use client';

import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { UseFormReturn } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { refuseDays } from '#lib/format/day-range.ts';
import type { LabAnswer } from './lab-types.ts';
import { type LabPolicy, type LabRequest, type LabValues, labRequest } from './lab-values.ts';
import { RuleFields } from './rule-fields.tsx';

/** As many as the API takes. */
const MAX_DAYS = 100;

interface LabFormProps {
  form: UseFormReturn<LabValues>;
  policy: LabPolicy;
  replay: UseMutationResult<LabAnswer, Error, LabRequest>;
}

/** The rules to replay with; it opens with the present ones. */
export function LabForm({ form, policy, replay }: LabFormProps) {
  const t = useTranslations('adminPolicyLab');
  const { register, formState, handleSubmit, setError } = form;
  const refused = fieldErrors(replay.error);
  const submit = handleSubmit((values) => {
    const request = labRequest(values, policy);
    if (request) replay.mutate(request);
    else setError('root', { message: t('unchanged') });
  });
  const day = (name: 'from' | 'to') => (
    <TextField
      type="date"
      label={t(name)}
      error={formState.errors[name]?.message ?? refused[name]}
      {...register(name, {
        required: t('required'),
        validate: (_, { from, to }) => {
          const refusal = name === 'to' ? refuseDays(from, to, MAX_DAYS) : null;
          return refusal ? t(refusal, { days: MAX_DAYS }) : true;
        },
      })}
    />
  );
  return (
    <form noValidate className="grid content-start gap-8" onSubmit={submit}>
      <RuleFields form={form} policy={policy} />
      <fieldset className="grid gap-3">
        <legend className="pb-3 font-bold text-lg">{t('period')}</legend>
        <div className="grid grid-cols-2 gap-3">
          {day('from')}
          {day('to')}
        </div>
        <p className="text-muted text-sm">{t('periodHint')}</p>
      </fieldset>
      <div role="alert" className="font-medium text-trouble empty:hidden">
        {formState.errors.root?.message}
      </div>
      <FormProblem error={replay.error} />
      <Button type="submit" className="justify-self-start" pending={replay.isPending}>
        {t('run')}
      </Button>
    </form>
  );
}
