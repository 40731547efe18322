'use client';

import { useTranslations } from 'next-intl';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { SelectField, TextField } from '#components/ui/field.tsx';
import { NamedOptions } from '#components/ui/select.tsx';
import type { AdminSession } from '#lib/api/types.ts';
import { withOwnChoice } from './catalogue-choices.ts';
import { OwnTerms } from './own-terms.tsx';
import type { SessionValues } from './session-form-values.ts';
import type { Catalogue } from './use-catalogue.ts';

interface SessionFieldsProps {
  catalogue: Catalogue;
  register: UseFormRegister<SessionValues>;
  errors: FieldErrors<SessionValues>;
  /** What the API said about fields. */
  refused: Record<string, string>;
  /** The session that is changed; it keeps its class. */
  session?: Pick<AdminSession, 'instructor' | 'location'>;
  timeZone: string | undefined;
}

/** The fields of a session, for a new one and for one that is changed. */
export function SessionFields({ catalogue, register, errors, refused, session, timeZone }: SessionFieldsProps) {
  const t = useTranslations('adminSessions');
  const required = { required: t('required') };
  const errorOf = (name: keyof SessionValues) => errors[name]?.message ?? refused[name];
  const select = (name: keyof SessionValues, choices: readonly { id: string; name: string }[]) => (
    <SelectField label={t(name)} error={errorOf(name)} {...register(name, required)}>
      <option value="">{t('choose')}</option>
      <NamedOptions of={choices} />
    </SelectField>
  );
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {!session && select('classId', catalogue.classes)}
      {select('instructorId', withOwnChoice(catalogue.instructors, session?.instructor))}
      {select('locationId', withOwnChoice(catalogue.locations, session?.location))}
      <div className="grid grid-cols-2 gap-x-3 gap-y-5 sm:col-span-full sm:grid-cols-[1fr_8.5rem_8.5rem]">
        <div className="col-span-full sm:col-span-1">
          <TextField
            type="date"
            label={t('date')}
            hint={timeZone && t('inZone', { timeZone })}
            error={errorOf('date')}
            {...register('date', required)}
          />
        </div>
        <TextField
          type="time"
          label={t('startTime')}
          error={errorOf('startTime')}
          {...register('startTime', required)}
        />
        <TextField type="time" label={t('endTime')} error={errorOf('endTime')} {...register('endTime', required)} />
      </div>
      <TextField
        type="number"
        inputMode="numeric"
        min={1}
        label={t('capacity')}
        error={errorOf('capacity')}
        {...register('capacity', { ...required, min: { value: 1, message: t('capacityTooSmall') } })}
      />
      <OwnTerms register={register} errorOf={errorOf} />
    </div>
  );
}
