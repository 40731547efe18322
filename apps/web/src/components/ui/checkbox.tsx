import { type ComponentProps, useId } from 'react';

/** A choice that is on or off, with what it means. */
export function Checkbox({ label, hint, ...input }: { label: string; hint?: string } & ComponentProps<'input'>) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="grid min-h-11 grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 py-2 has-disabled:text-muted">
      <input
        {...input}
        id={id}
        type="checkbox"
        aria-describedby={hint && hintId}
        className="mt-0.5 size-5 accent-accent"
      />
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint && (
        <p id={hintId} className="col-start-2 text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
