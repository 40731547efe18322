'use client';

import { useTranslations } from 'next-intl';
import type { UseFormReturn } from 'react-hook-form';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { TextArea, TextField } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { moneyPlaceholder, toMinor } from '#lib/format/minor-units.ts';
import { ClassLimit } from './class-limit.tsx';
import type { PlanValues } from './plan-values.ts';

const MAX = { name: 120, description: 2_000, entries: 1_000, validityDays: 3_650 } as const;

interface PlanFieldsProps {
  form: UseFormReturn<PlanValues>;
  currency: string;
  /** What the API said about the last attempt. */
  error: Error | null;
}

const isWholeUpTo = (max: number) => (typed: string) =>
  /^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= max;

/** The fields of a plan, for a new one and for one that is changed. */
export function PlanFields({ form: { register, watch, formState }, currency, error }: PlanFieldsProps) {
  const t = useTranslations('adminPlans');
  const refused = fieldErrors(error);
  const errorOf = (name: keyof PlanValues) => formState.errors[name]?.message ?? refused[name];
  const { isUnlimited, isLimited } = watch();
  return (
    <>
      <TextField
        label={t('name')}
        maxLength={MAX.name}
        autoComplete="off"
        error={errorOf('name')}
        {...register('name', { validate: (name) => name.trim() !== '' || t('nameMissing') })}
      />
      <TextArea
        label={t('description')}
        optional
        maxLength={MAX.description}
        error={errorOf('description')}
        {...register('description')}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          label={t('price')}
          inputMode="decimal"
          autoComplete="off"
          placeholder={moneyPlaceholder(currency)}
          suffix={currency}
          error={errorOf('price')}
          {...register('price', {
            validate: (typed) =>
              toMinor(typed, currency) !== null || t('priceWrong', { example: moneyPlaceholder(currency) }),
          })}
        />
        <div className="grid content-start gap-1">
          <TextField
            type="number"
            inputMode="numeric"
            min={1}
            max={MAX.entries}
            label={t('entries')}
            error={errorOf('entries')}
            readOnly={isUnlimited}
            {...register('entries', {
              validate: (typed, { isUnlimited: any }) =>
                any || isWholeUpTo(MAX.entries)(typed) || t('wholeNumber', { max: MAX.entries }),
            })}
          />
          <Checkbox label={t('unlimited')} {...register('isUnlimited')} />
        </div>
        <TextField
          type="number"
          inputMode="numeric"
          min={1}
          max={MAX.validityDays}
          label={t('validityDays')}
          suffix={t('days')}
          error={errorOf('validityDays')}
          {...register('validityDays', {
            validate: (typed) => isWholeUpTo(MAX.validityDays)(typed) || t('wholeNumber', { max: MAX.validityDays }),
          })}
        />
      </div>
      <RadioGroup
        legend={t('starts')}
        error={errorOf('starts')}
        choices={[
          { value: 'purchase', label: t('startsAt.purchase') },
          { value: 'first_booking', label: t('startsAt.first_booking'), hint: t('startsHint') },
        ]}
        {...register('starts')}
      />
      <ClassLimit register={register} isLimited={isLimited} error={errorOf('classIds')} />
    </>
  );
}
