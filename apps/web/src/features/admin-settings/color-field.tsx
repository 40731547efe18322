'use client';

import type { ComponentProps } from 'react';
import { TextField } from '#components/ui/field.tsx';

interface ColorFieldProps extends Omit<ComponentProps<typeof TextField>, 'value' | 'onChange'> {
  value: string;
  onColor(color: string): void;
}

/** A colour, picked or typed as `#rrggbb`. */
export function ColorField({ value, onColor, ...field }: ColorFieldProps) {
  return (
    <TextField
      {...field}
      value={value}
      maxLength={7}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onColor(event.target.value)}
      suffix={
        <input
          type="color"
          aria-label={field.label}
          value={/^#[0-9a-f]{6}$/i.test(value) ? value : '#000000'}
          className="size-8 cursor-pointer rounded-md border border-line bg-transparent"
          onChange={(event) => onColor(event.target.value)}
        />
      }
    />
  );
}
