import { type ComponentProps, useId } from 'react';

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  hint?: string;
  disabled?: boolean;
}

export interface ChoiceProps<Value extends string> extends Omit<ComponentProps<'input'>, 'value' | 'type'> {
  legend: string;
  choices: readonly Choice<Value>[];
  /** The chosen one; left out where a form keeps it. */
  value?: Value;
}

/** One of a few choices, each with room for what it means. */
export function RadioGroup<Value extends string>({
  legend,
  choices,
  value: chosen,
  hint,
  error,
  ...input
}: ChoiceProps<Value> & { hint?: string; error?: string | undefined }) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <fieldset aria-describedby={note && noteId} className="min-w-0">
      <legend className="font-semibold text-[0.9375rem]">{legend}</legend>
      {note && (
        <p id={noteId} className={`text-sm ${error ? 'font-medium text-trouble' : 'text-muted'}`}>
          {note}
        </p>
      )}
      {choices.map(({ value, label, hint: meaning, disabled }) => (
        <label
          key={value}
          className="grid min-h-11 grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 py-2 has-disabled:text-muted"
        >
          <input
            name={id}
            {...input}
            type="radio"
            value={value}
            disabled={disabled ?? input.disabled}
            className="mt-0.5 size-5 accent-accent"
            {...(chosen !== undefined && { checked: chosen === value })}
          />
          <span className="font-medium">
            {label}
            {meaning && <span className="block font-normal text-muted text-sm">{meaning}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
