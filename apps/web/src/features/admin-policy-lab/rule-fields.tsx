'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { UseFormReturn } from 'react-hook-form';
import { TextField } from '#components/ui/field.tsx';
import { type LabPolicy, type LabValues, LIMITS } from './lab-values.ts';

interface RuleFieldsProps {
  form: UseFormReturn<LabValues>;
  /** The present rules, to compare with. */
  policy: LabPolicy;
}

/** The rules that can be other ones; below each what it says now, as it is typed. */
export function RuleFields({ form: { register, watch, formState }, policy }: RuleFieldsProps) {
  const t = useTranslations('adminPolicyLab');
  const format = useFormatter();
  const typed = watch();
  const percent = Number(typed.capacityPercent);
  const kind = percent === 0 ? 'same' : percent > 0 ? 'more' : 'less';
  const by = format.number(Math.abs(percent) / 100, { style: 'percent' });
  const now = (value: number, unit: string) => t('now', { value: `${format.number(value)} ${unit}` });
  const says = {
    cutoffMinutes: `${t('cutoffSays', { minutes: Number(typed.cutoffMinutes) })} ${now(policy.cancellationCutoffMinutes, t('minutes'))}`,
    listMinutes: `${t('listSays', { minutes: Number(typed.listMinutes) })} ${now(policy.waitlistClosesMinutesBefore, t('minutes'))}`,
    capacityPercent: kind === 'same' ? t('capacitySays.same') : t(`capacitySays.${kind}`, { by }),
  };
  const field = (name: keyof typeof LIMITS, label: string, unit: string, step: number) => {
    const { min, max } = LIMITS[name];
    const badNumber = t('badNumber', { min, max });
    const range = { min: { value: min, message: badNumber }, max: { value: max, message: badNumber } };
    return (
      <TextField
        type="number"
        inputMode={min < 0 ? 'text' : 'numeric'}
        min={min}
        max={max}
        step={step}
        label={label}
        suffix={unit}
        hint={says[name]}
        error={formState.errors[name]?.message}
        {...register(name, {
          required: t('required'),
          ...range,
          validate: (text) => Number.isInteger(Number(text)) || badNumber,
        })}
      />
    );
  };
  return (
    <fieldset className="grid gap-5">
      <legend className="pb-3 font-bold text-lg">{t('rules')}</legend>
      {field('cutoffMinutes', t('cutoff'), t('minutes'), 5)}
      {field('listMinutes', t('list'), t('minutes'), 5)}
      {field('capacityPercent', t('capacity'), '%', 5)}
    </fieldset>
  );
}
