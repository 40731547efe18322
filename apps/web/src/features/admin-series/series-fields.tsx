'use client';

import { useTranslations } from 'next-intl';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { SelectField, TextField } from '#components/ui/field.tsx';
import type { Catalogue } from '#features/admin-sessions/use-catalogue.ts';
import { RuleEditor } from './rule-editor.tsx';
import type { SeriesValues } from './series-form-values.ts';

interface SeriesFieldsProps {
  form: UseFormReturn<SeriesValues>;
  catalogue: Catalogue;
  /** What the API said about fields. */
  refused: Record<string, string>;
  /** A series keeps its class and its first day. */
  isNew?: boolean;
  timeZone: string | undefined;
}

/** The fields of a series, for a new one and for one that is changed. */
export function SeriesFields({ form, catalogue, refused, isNew = false, timeZone }: SeriesFieldsProps) {
  const t = useTranslations('adminSessions');
  const series = useTranslations('adminSeries');
  const { register, control, formState } = form;
  const required = { required: t('required') };
  const atLeastOne = { ...required, min: { value: 1, message: t('capacityTooSmall') } };
  const errorOf = (name: keyof SeriesValues) => formState.errors[name]?.message ?? refused[name];
  const select = (
    name: 'classId' | 'locationId' | 'instructorId',
    choices: readonly { id: string; name: string }[],
  ) => (
    <SelectField label={t(name)} error={errorOf(name)} {...register(name, required)}>
      <option value="">{t('choose')}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </SelectField>
  );
  return (
    <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
      {isNew && select('classId', catalogue.classes)}
      {select('instructorId', catalogue.instructors)}
      {select('locationId', catalogue.locations)}
      <Controller
        control={control}
        name="rule"
        rules={{ required: series('ruleRequired') }}
        render={({ field }) => <RuleEditor value={field.value} onChange={field.onChange} error={errorOf('rule')} />}
      />
      <TextField
        type="time"
        label={t('startTime')}
        hint={timeZone && t('inZone', { timeZone })}
        error={errorOf('startTime')}
        {...register('startTime', required)}
      />
      <TextField
        type="number"
        inputMode="numeric"
        min={1}
        label={series('durationMinutes')}
        suffix={series('minutes')}
        error={errorOf('durationMinutes')}
        {...register('durationMinutes', atLeastOne)}
      />
      {isNew && (
        <TextField
          type="date"
          label={series('startsOn')}
          error={errorOf('startsOn')}
          {...register('startsOn', required)}
        />
      )}
      <TextField
        type="date"
        label={series('endsOn')}
        hint={series('endsOnHint')}
        optional
        error={errorOf('endsOn')}
        {...register('endsOn')}
      />
      <TextField
        type="number"
        inputMode="numeric"
        min={1}
        label={t('capacity')}
        error={errorOf('capacity')}
        {...register('capacity', atLeastOne)}
      />
    </div>
  );
}
