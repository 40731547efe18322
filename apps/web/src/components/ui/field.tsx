import type { ComponentProps, ReactNode } from 'react';
import { controlClass, type FieldProps, Labelled } from './labelled.tsx';
import { Select } from './select.tsx';

interface TextFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'prefix'> {
  /** Stands in the field before what is typed, e.g. an icon. */
  prefix?: ReactNode;
  /** Stands in the field after what is typed: a unit, a currency, a button. */
  suffix?: ReactNode;
}

/** One line of text; `type` makes it a date, a time, a number and so on. */
export function TextField({
  label,
  hint,
  error,
  optional = false,
  prefix,
  suffix,
  className = '',
  ...input
}: TextFieldProps) {
  const room = `${prefix ? 'pl-10' : ''} ${suffix ? 'pr-(--suffix,4.5rem)' : ''}`;
  return (
    <Labelled label={label} hint={hint} error={error} optional={optional}>
      {(aids) => (
        <span className="relative block">
          {prefix && (
            <span className="pointer-events-none absolute inset-y-0 left-3 grid items-center text-muted">{prefix}</span>
          )}
          <input {...input} {...aids} className={`${controlClass} ${room} ${className}`} />
          {suffix && <span className="absolute inset-y-0 right-3 flex items-center text-muted">{suffix}</span>}
        </span>
      )}
    </Labelled>
  );
}

/** Several lines of text; grows with them. */
export function TextArea({
  label,
  hint,
  error,
  optional = false,
  className = '',
  ...area
}: FieldProps & ComponentProps<'textarea'>) {
  return (
    <Labelled label={label} hint={hint} error={error} optional={optional}>
      {(aids) => (
        <textarea
          rows={3}
          {...area}
          {...aids}
          className={`${controlClass} field-sizing-content max-h-80 min-h-24 ${className}`}
        />
      )}
    </Labelled>
  );
}

/** One of several choices, as `<option>`s. */
export function SelectField({
  label,
  hint,
  error,
  optional = false,
  className = '',
  ...select
}: FieldProps & ComponentProps<'select'>) {
  return (
    <Labelled label={label} hint={hint} error={error} optional={optional}>
      {(aids) => <Select {...select} {...aids} className={`${controlClass} ${className}`} />}
    </Labelled>
  );
}
