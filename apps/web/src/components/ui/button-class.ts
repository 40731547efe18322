const base =
  'relative inline-flex min-h-11 min-w-24 items-center justify-center gap-2 rounded-control px-4 py-2 text-center text-[0.9375rem] leading-tight font-semibold transition-colors duration-150 disabled:cursor-default aria-disabled:cursor-default';

const variants = {
  /** The one thing to do here. */
  primary: 'bg-accent text-on-accent hover:bg-accent-hover disabled:opacity-50',
  secondary: 'border border-line-strong text-ink hover:bg-surface',
  quiet: 'text-ink hover:bg-line/60',
  /** Joining a queue instead of getting what one wants at once. */
  wait: 'bg-wait-soft text-wait hover:bg-wait-soft/70 disabled:opacity-50',
  danger: 'bg-trouble text-on-trouble hover:opacity-90',
  /** States something; there is nothing to press. */
  still: 'border border-line text-muted',
  /** States that one has a place. */
  settled: 'bg-accent-soft text-accent',
} as const;

export type ButtonVariant = keyof typeof variants;

/** The looks of a button, for buttons and for links that stand among buttons. */
export function buttonClass(variant: ButtonVariant = 'primary', extra = ''): string {
  return `${base} ${variants[variant]} ${extra}`;
}
