'use client';

import { useState } from 'react';
import { TextField } from './field.tsx';

/** Before that nobody had a studio; a year that is being typed passes through them. */
const FIRST_DAY = '2000-01-01';

interface DayFieldProps {
  label: string;
  /** Empty: none. */
  day: string;
  /** There may be no day: who empties the field and goes on picks none. */
  optional?: boolean;
  onPick(day: string): void;
}

/** A day to choose or to type, which counts at once; what is only half typed stays in the field and is told to nobody. */
export function DayField({ label, day, optional = false, onPick }: DayFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TextField
      type="date"
      label={label}
      value={draft ?? day}
      onChange={({ target: { value } }) => {
        setDraft(value);
        if (value >= FIRST_DAY) onPick(value);
      }}
      onBlur={({ target }) => {
        // A field with some of its parts typed is empty as well, but not valid.
        if (optional && day && draft === '' && !target.validity.badInput) onPick('');
        setDraft(null);
      }}
    />
  );
}
