'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { TextField } from '#components/ui/field.tsx';
import { fieldErrors } from '#lib/api/field-errors.ts';
import type { StudioSettings } from '#lib/api/types.ts';
import { exampleStart, policyExamples } from './policy-examples.ts';
import { type PolicyValues, policyOf, policyValues, type Rule, readWhole, rules } from './policy-form-values.ts';
import { SaveBar } from './save-bar.tsx';
import { usePolicyTexts } from './use-policy-texts.ts';
import { useSaveStudio } from './use-studio-settings.ts';

/** Each rule of the studio in one sentence, with what it means for a session that everybody can picture. */
export function PolicyForm({ settings, reload }: { settings: StudioSettings; reload(): Promise<unknown> }) {
  const t = useTranslations('adminSettings');
  const { register, handleSubmit, formState, watch, reset } = useForm<PolicyValues>({
    values: policyValues(settings.policy),
    resetOptions: { keepDirtyValues: true },
  });
  const { timeZone, version } = settings;
  const [startsAt] = useState(() => exampleStart(new Date(), timeZone));
  const examples = policyExamples(policyOf(watch()), startsAt, timeZone);
  const { exampleOf } = usePolicyTexts({ noShowsMarked: watch('noShowsMarked'), examples, startsAt, timeZone });
  const save = useSaveStudio();
  const refused = fieldErrors(save.error, Object.fromEntries(rules.map(({ name }) => [`policy/${name}`, name])));
  const submit = handleSubmit((values) =>
    save.mutate(
      { policy: policyOf(values) as StudioSettings['policy'], version },
      {
        onSuccess: (saved) => reset(policyValues(saved.policy)),
      },
    ),
  );
  const field = ({ name, max }: Rule) => ({
    ...register(name, {
      validate: (text) => (readWhole(text, max) === null ? t('policy.wholeNumber', { max }) : true),
    }),
    error: formState.errors[name]?.message ?? refused[name],
  });
  return (
    <form noValidate className="grid max-w-2xl gap-8" onSubmit={submit}>
      <p className="text-muted">{t('policy.about')}</p>
      {rules.map((rule) => (
        <TextField
          key={rule.name}
          label={t(`policy.rules.${rule.name}`)}
          hint={exampleOf(rule.name)}
          inputMode="numeric"
          autoComplete="off"
          className="max-w-44"
          {...field(rule)}
        />
      ))}
      <Checkbox
        label={t('policy.rules.noShowsMarked')}
        hint={t('policy.noShowsWhere')}
        {...register('noShowsMarked')}
      />
      <Checkbox
        label={t('policy.rules.overlappingBookingsAllowed')}
        hint={t(`policy.overlap.${watch('overlappingBookingsAllowed') ? 'allowed' : 'refused'}`)}
        {...register('overlappingBookingsAllowed')}
      />
      <EditProblem error={save.error} reload={reload} onLoaded={save.reset} />
      <SaveBar pending={save.isPending} isDirty={formState.isDirty} isSaved={save.isSuccess} />
    </form>
  );
}
