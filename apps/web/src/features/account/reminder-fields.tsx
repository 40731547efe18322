'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { MAX_REMINDERS, reminderChoices, reminderTime } from './reminder-times.ts';

interface ReminderFieldsProps {
  /** Minutes before the start. */
  chosen: number[];
  onChange(chosen: number[]): void;
}

/** When to be reminded of a booking. */
export function ReminderFields({ chosen, onChange }: ReminderFieldsProps) {
  const t = useTranslations('myAccount');
  const format = useFormatter();
  const nameOf = (minutes: number) => {
    const { value, unit } = reminderTime(minutes);
    return t('before', { time: format.number(value, { style: 'unit', unit, unitDisplay: 'long' }) });
  };
  const toggle = (minutes: number) =>
    onChange(chosen.includes(minutes) ? chosen.filter((other) => other !== minutes) : [...chosen, minutes]);
  return (
    <fieldset>
      <legend className="font-semibold">{t('reminders')}</legend>
      <p className="text-muted text-sm">{t('remindersText', { count: MAX_REMINDERS })}</p>
      <div className="grid gap-x-6 pt-2 sm:grid-cols-2">
        {reminderChoices(chosen).map((minutes) => {
          const isChosen = chosen.includes(minutes);
          return (
            <Checkbox
              key={minutes}
              label={nameOf(minutes)}
              checked={isChosen}
              disabled={!isChosen && chosen.length >= MAX_REMINDERS}
              onChange={() => toggle(minutes)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
