import { useId } from 'react';
import type { ChoiceProps } from './radio-group.tsx';

/** One of two to four short choices that stand side by side; the legend is for screen readers. */
export function Segmented<Value extends string>({ legend, choices, value: chosen, ...input }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="min-w-0 max-w-full justify-self-start overflow-x-auto rounded-control border border-line-strong p-0.75">
      <legend className="sr-only">{legend}</legend>
      <div className="flex gap-0.5">
        {choices.map(({ value, label, disabled }) => (
          <label
            key={value}
            className="grid min-h-9.5 flex-1 cursor-pointer place-items-center whitespace-nowrap rounded-[0.5rem] px-3.5 font-semibold text-[0.9375rem] text-muted transition-colors hover:text-ink has-checked:bg-ink has-checked:text-paper has-disabled:cursor-default has-disabled:opacity-50 has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-1"
          >
            <input
              name={name}
              {...input}
              type="radio"
              value={value}
              disabled={disabled ?? input.disabled}
              className="sr-only"
              {...(chosen !== undefined && { checked: chosen === value })}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
