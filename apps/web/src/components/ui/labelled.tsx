import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';

/** The looks of whatever one types or chooses in. */
export const controlClass =
  'min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-base text-ink transition-colors not-disabled:hover:border-ink placeholder:text-muted [&[readonly]]:bg-transparent disabled:border-line disabled:bg-transparent disabled:text-muted disabled:opacity-100 aria-invalid:border-trouble';

export interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Says that it may stay empty; everything else is expected to be filled in. */
  optional?: boolean;
}

interface LabelledProps extends FieldProps {
  children(aids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean }): ReactNode;
}

/** A label, a control, and below it what is wrong and the hint, all tied together for screen readers. */
export function Labelled({ label, hint, error, optional, children }: LabelledProps) {
  const id = useId();
  const [errorId, hintId] = [`${id}-error`, `${id}-hint`];
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(' ');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-1.5">
      <label htmlFor={id} className="font-semibold text-[0.9375rem]">
        {label}
        {optional && <Optional />}
      </label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': Boolean(error) })}
      {error && (
        <p id={errorId} className="font-medium text-sm text-trouble">
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}

function Optional() {
  const t = useTranslations('common');
  return <span className="font-normal text-muted"> ({t('optional')})</span>;
}
