import type { ReactNode } from 'react';

const tones = {
  plain: 'bg-surface text-ink border-line',
  good: 'bg-accent-soft text-ink border-accent/40',
  wait: 'bg-wait-soft text-wait border-transparent',
  trouble: 'bg-trouble-soft text-trouble border-transparent',
} as const;

interface NoticeProps {
  tone?: keyof typeof tones;
  /** `alert` interrupts a screen reader, `status` waits until it has finished. */
  role?: 'alert' | 'status';
  children: ReactNode;
  className?: string;
}

/** A sentence that must not be missed. */
export function Notice({ tone = 'plain', role, children, className = '' }: NoticeProps) {
  return (
    <div role={role} className={`rounded-control border px-4 py-3 text-[0.9375rem] ${tones[tone]} ${className}`}>
      {children}
    </div>
  );
}
