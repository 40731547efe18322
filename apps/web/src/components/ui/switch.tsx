import { type ComponentProps, useId } from 'react';

/** Something that is on or off and takes effect at once; where it is saved with a form, use a checkbox. */
export function Switch({ label, hint, ...input }: { label: string; hint?: string } & ComponentProps<'input'>) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="grid min-h-11 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-2 has-disabled:text-muted">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        {...input}
        id={id}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself.
        role="switch"
        aria-describedby={hint && hintId}
        className="col-start-2 row-start-1 h-7 w-12 appearance-none rounded-full border border-line-strong bg-surface p-0.5 transition-colors duration-150 before:block before:size-5.5 before:rounded-full before:bg-line-strong before:transition-transform before:duration-150 checked:border-accent checked:bg-accent checked:before:translate-x-5 checked:before:bg-on-accent not-disabled:cursor-pointer disabled:opacity-50"
      />
      {hint && (
        <p id={hintId} className="max-w-prose text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
