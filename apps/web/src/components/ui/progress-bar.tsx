import { useId } from 'react';

interface ProgressBarProps {
  label: string;
  /** Left out while it is not known. */
  value?: number;
  max?: number;
  /** How far it is, in words. */
  text?: string;
}

/** How far a long task, or a ticket, has come. */
export function ProgressBar({ label, value, max = 100, text }: ProgressBarProps) {
  const id = useId();
  return (
    <div className="grid gap-2">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="font-semibold text-[0.9375rem]">
          {label}
        </label>
        {text && <span className="text-muted text-sm">{text}</span>}
      </div>
      <progress
        id={id}
        value={value}
        max={max}
        className={`h-2 w-full appearance-none overflow-hidden rounded-full [&::-moz-progress-bar]:rounded-full [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-[width] ${value === undefined ? 'animate-breathe bg-accent/50' : 'bg-line'}`}
      />
    </div>
  );
}
