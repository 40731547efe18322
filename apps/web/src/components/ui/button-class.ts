const base =
  'relative inline-flex min-h-11 items-center justify-center gap-2 rounded-control text-[0.9375rem] leading-tight font-semibold transition-colors duration-150 active:not-disabled:not-aria-disabled:translate-y-px disabled:cursor-default disabled:opacity-50 aria-disabled:cursor-default';

const shapes = {
  text: 'px-4 py-2 text-center',
  icon: 'size-11 shrink-0',
} as const;

const variants = {
  /** The one thing to do here. */
  primary: 'bg-accent text-on-accent not-disabled:hover:bg-accent-hover',
  secondary: 'border border-line-strong text-ink not-disabled:hover:border-ink not-disabled:hover:bg-surface',
  quiet: 'text-ink not-disabled:hover:bg-line/60',
  /** Joining a queue instead of getting what one wants at once. */
  wait: 'bg-wait-soft text-wait not-disabled:hover:bg-wait-soft/70',
  danger: 'bg-trouble text-on-trouble not-disabled:hover:opacity-90',
  /** States something; there is nothing to press. */
  still: 'border border-line text-muted',
  /** States that one has a place. */
  settled: 'bg-accent-soft text-accent',
} as const;

export type ButtonVariant = keyof typeof variants;
export type ButtonShape = keyof typeof shapes;

/** The looks of a button, for buttons and for links that stand among buttons. */
export function buttonClass(variant: ButtonVariant = 'primary', extra = '', shape: ButtonShape = 'text'): string {
  const width = shape === 'text' && variant !== 'quiet' ? 'min-w-24' : '';
  return `${base} ${shapes[shape]} ${width} ${variants[variant]} ${extra}`;
}
