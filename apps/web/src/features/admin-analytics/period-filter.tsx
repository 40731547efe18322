'use client';

import { useTranslations } from 'next-intl';
import { DayField } from '#components/ui/day-field.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { type AnalyticsSearch, DEFAULT_PRESET, daysOf } from './analytics-search.ts';
import { type DayRange, moveEnd, presets } from './period-presets.ts';

interface PeriodFilterProps {
  search: AnalyticsSearch;
  today: string;
  apply(search: AnalyticsSearch): void;
}

/** The days that the figures are about: by a name, or a first and a last day. */
export function PeriodFilter({ search, today, apply }: PeriodFilterProps) {
  const t = useTranslations('adminAnalytics.period');
  const { period, from, to, ...sessions } = search;
  const range = daysOf(search, today);
  const move = (end: keyof DayRange) => (day: string) => apply({ ...sessions, ...moveEnd(range, end, day) });
  const choose = (value: string) => {
    const preset = presets.find((known) => known === value);
    apply({ ...sessions, ...(preset ? { period: preset } : range) });
  };
  return (
    <fieldset aria-label={t('label')} className="grid min-w-0 grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:max-w-2xl">
      <div className="col-span-full sm:col-span-1">
        <SelectField
          label={t('label')}
          value={from ? 'own' : (period ?? DEFAULT_PRESET)}
          onChange={({ target }) => choose(target.value)}
        >
          {presets.map((preset) => (
            <option key={preset} value={preset}>
              {t(`presets.${preset}`)}
            </option>
          ))}
          <option value="own">{t('own')}</option>
        </SelectField>
      </div>
      <DayField label={t('from')} day={range.from} onPick={move('from')} />
      <DayField label={t('to')} day={range.to} onPick={move('to')} />
    </fieldset>
  );
}
