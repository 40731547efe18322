import type { ReactNode } from 'react';

const tones = {
  neutral: 'bg-line/60 text-ink',
  good: 'bg-accent-soft text-accent',
  wait: 'bg-wait-soft text-wait',
  trouble: 'bg-trouble-soft text-trouble',
} as const;

export type Tone = keyof typeof tones;

/** How something stands, in a word or two. The word says it, the colour only helps to find it. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2.5 py-0.5 font-semibold text-sm ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
