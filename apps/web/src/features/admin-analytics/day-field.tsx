'use client';

import { useState } from 'react';
import { TextField } from '#components/ui/field.tsx';

/** Before that nobody had a studio; a year that is being typed passes through them. */
const FIRST_DAY = '2000-01-01';

interface DayFieldProps {
  label: string;
  day: string;
  onPick(day: string): void;
}

/** A day to choose or to type; what is only half typed stays in the field and is told to nobody. */
export function DayField({ label, day, onPick }: DayFieldProps) {
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
      onBlur={() => setDraft(null)}
    />
  );
}
