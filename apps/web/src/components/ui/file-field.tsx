import type { ComponentProps } from 'react';
import { controlClass, type FieldProps, Labelled } from './labelled.tsx';

/** A file from the device. */
export function FileField({ label, hint, error, optional = false, ...input }: FieldProps & ComponentProps<'input'>) {
  return (
    <Labelled label={label} hint={hint} error={error} optional={optional}>
      {(aids) => (
        <input
          {...input}
          {...aids}
          type="file"
          className={`${controlClass} border-dashed py-1.5 text-muted file:mr-4 file:min-h-8 file:rounded-lg file:bg-line/60 file:px-3 file:font-semibold file:text-ink`}
        />
      )}
    </Labelled>
  );
}
