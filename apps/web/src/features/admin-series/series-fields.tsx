'use client';

import { useTranslations } from 'next-intl';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { SelectField, TextField } from '#components/ui/field.tsx';
import { NamedOptions } from '#components/ui/select.tsx';
import { withOwnChoice } from '#features/admin-sessions/catalogue-choices.ts';
import type { Catalogue } from '#features/admin-sessions/use-catalogue.ts';
import type { Series } from '#lib/api/types.ts';
import { RuleEditor } from './rule-editor.tsx';
import type { SeriesValues } from './series-form-values.ts';

interface SeriesFieldsProps {
  form: UseFormReturn<SeriesValues>;
  catalogue: Catalogue;
  /** What the API said about fields. */
  refused: Record<string, string>;
  /** The series that is changed; it keeps its class and its first day. */
  series?: Pick<Series, 'instructor' | 'location'>;
  timeZone: string | undefined;
}

/** The fields of a series, for a new one and for one that is changed. */
export function SeriesFields({ form, catalogue, refused, series, timeZone }: SeriesFieldsProps) {
  const t = useTranslations('adminSessions');
  const names = useTranslations('adminSeries');
  const isNew = series === undefined;
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
      <NamedOptions of={choices} />
    </SelectField>
  );
  return (
    <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
      {isNew && select('classId', catalogue.classes)}
      {select('instructorId', withOwnChoice(catalogue.instructors, series?.instructor))}
      {select('locationId', withOwnChoice(catalogue.locations, series?.location))}
      <Controller
        control={control}
        name="rule"
        rules={{ required: names('ruleRequired') }}
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
        label={names('durationMinutes')}
        suffix={names('minutes')}
        error={errorOf('durationMinutes')}
        {...register('durationMinutes', atLeastOne)}
      />
      {isNew && (
        <TextField
          type="date"
          label={names('startsOn')}
          error={errorOf('startsOn')}
          {...register('startsOn', required)}
        />
      )}
      <TextField
        type="date"
        label={names('endsOn')}
        hint={names('endsOnHint')}
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
