import type { ComponentProps, ReactNode } from 'react';
import { useId } from 'react';
import { Select } from './select.tsx';

const controlClass =
  'min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-base text-ink aria-invalid:border-trouble';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

interface LabelledProps extends FieldProps {
  children(aids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }): ReactNode;
}

/** A label, a control, and below it the hint or what is wrong, all tied together for screen readers. */
function Labelled({ label, hint, error, children }: LabelledProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-1.5">
      <label htmlFor={id} className="font-semibold text-[0.9375rem]">
        {label}
      </label>
      {children({ id, 'aria-describedby': note ? noteId : undefined, 'aria-invalid': error !== undefined })}
      {note && (
        <p id={noteId} className={`text-sm ${error ? 'font-medium text-trouble' : 'text-muted'}`}>
          {note}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, hint, error, className = '', ...input }: FieldProps & ComponentProps<'input'>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(aids) => <input {...input} {...aids} className={`${controlClass} ${className}`} />}
    </Labelled>
  );
}

export function SelectField({ label, hint, error, className = '', ...select }: FieldProps & ComponentProps<'select'>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(aids) => <Select {...select} {...aids} className={`${controlClass} ${className}`} />}
    </Labelled>
  );
}
