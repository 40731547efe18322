'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField, TextField } from '#components/ui/field.tsx';
import { readWeeklyRule, WEEKDAYS, type Weekday, weekdayDate, writeWeeklyRule } from './weekly-rule.ts';

interface RuleEditorProps {
  value: string;
  onChange(rule: string): void;
  error: string | undefined;
}

const MOST_WEEKS = 8;

/** On which days a series happens: weekdays of every so many weeks, or, for those who know it, the recurrence rule itself. */
export function RuleEditor({ value, onChange, error }: RuleEditorProps) {
  const t = useTranslations('adminSeries');
  const weekly = value === '' ? { weekdays: [], everyWeeks: 1 } : readWeeklyRule(value);
  const [isRaw, setRaw] = useState(weekly === null);
  return (
    <div className="grid gap-3 sm:col-span-full">
      {isRaw || !weekly ? (
        <TextField
          label={t('rule')}
          hint={t('ruleHint')}
          error={error}
          value={value}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value.trim().toUpperCase())}
        />
      ) : (
        <Weekly rule={weekly} onChange={onChange} error={error} />
      )}
      {(weekly || !isRaw) && (
        <Button variant="quiet" className="-ml-4 justify-self-start" onClick={() => setRaw(!isRaw)}>
          {t(isRaw ? 'asWeekdays' : 'asRule')}
        </Button>
      )}
    </div>
  );
}

interface WeeklyProps {
  rule: { weekdays: Weekday[]; everyWeeks: number };
  onChange(rule: string): void;
  error: string | undefined;
}

function Weekly({ rule: { weekdays, everyWeeks }, onChange, error }: WeeklyProps) {
  const t = useTranslations('adminSeries');
  const format = useFormatter();
  const write = (days: Weekday[], weeks: number) =>
    onChange(days.length > 0 ? writeWeeklyRule({ weekdays: days, everyWeeks: weeks }) : '');
  const toggle = (day: Weekday) =>
    write(weekdays.includes(day) ? weekdays.filter((other) => other !== day) : [...weekdays, day], everyWeeks);
  const name = (day: Weekday, weekday: 'short' | 'long') =>
    format.dateTime(weekdayDate(day), { weekday, timeZone: 'UTC' });
  return (
    <div className="grid gap-5 sm:grid-cols-[auto_minmax(10rem,14rem)]">
      <fieldset className="min-w-0">
        <legend className="pb-1.5 font-semibold text-[0.9375rem]">{t('weekdays')}</legend>
        <div className="flex flex-wrap gap-1.5">
          {WEEKDAYS.map((day) => (
            <label
              key={day}
              className="grid size-11 cursor-pointer place-items-center rounded-control border border-line-strong font-semibold text-sm transition-colors hover:border-ink has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2"
            >
              <input
                type="checkbox"
                className="sr-only"
                aria-label={name(day, 'long')}
                checked={weekdays.includes(day)}
                onChange={() => toggle(day)}
              />
              <span aria-hidden="true">{name(day, 'short')}</span>
            </label>
          ))}
        </div>
        {error && <p className="pt-1.5 font-medium text-sm text-trouble">{error}</p>}
      </fieldset>
      <SelectField
        label={t('everyWeeksLabel')}
        value={everyWeeks}
        disabled={weekdays.length === 0}
        onChange={(event) => write(weekdays, Number(event.target.value))}
      >
        {Array.from({ length: Math.max(MOST_WEEKS, everyWeeks) }, (_, index) => index + 1).map((count) => (
          <option key={count} value={count}>
            {t('weeksCount', { count })}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
