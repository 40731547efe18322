'use client';

import { useTranslations } from 'next-intl';
import type { UseFormRegister } from 'react-hook-form';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { TextField } from '#components/ui/field.tsx';
import { ClassLimit } from '#features/admin-plans/class-limit.tsx';
import type { AssignmentValues } from './assignment.ts';

const MAX_ENTRIES = 1_000;
const MAX_NAME = 120;

interface OwnTermsFieldsProps {
  register: UseFormRegister<AssignmentValues>;
  errorOf(name: keyof AssignmentValues): string | undefined;
  isUnlimited: boolean;
  isLimited: boolean;
  from: string;
}

/** A ticket that is like no plan: how many entries, from when to when, for which classes. */
export function OwnTermsFields({ register, errorOf, isUnlimited, isLimited, from }: OwnTermsFieldsProps) {
  const t = useTranslations('adminTickets');
  const isCount = (typed: string) =>
    Number.isInteger(Number(typed)) && Number(typed) >= 1 && Number(typed) <= MAX_ENTRIES;
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        optional
        maxLength={MAX_NAME}
        autoComplete="off"
        error={errorOf('name')}
        {...register('name')}
      />
      <div className="grid gap-1">
        <TextField
          type="number"
          inputMode="numeric"
          min={1}
          max={MAX_ENTRIES}
          label={t('entries')}
          error={errorOf('entries')}
          {...register('entries', {
            disabled: isUnlimited,
            validate: (typed) => isUnlimited || isCount(typed) || t('entriesRange', { max: MAX_ENTRIES }),
          })}
        />
        <Checkbox label={t('unlimited')} {...register('isUnlimited')} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <TextField
          type="date"
          label={t('from')}
          error={errorOf('from')}
          {...register('from', { required: t('dayMissing') })}
        />
        <TextField
          type="date"
          label={t('until')}
          hint={t('untilHint')}
          error={errorOf('until')}
          {...register('until', { required: t('dayMissing'), validate: (day) => day >= from || t('endFirst') })}
        />
      </div>
      <ClassLimit register={register} isLimited={isLimited} error={errorOf('classIds')} />
    </>
  );
}
