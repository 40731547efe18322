import type { ReactNode } from 'react';

interface AccountSectionProps {
  /** Part of addresses, in mails too. */
  id: string;
  title: string;
  text: string;
  children: ReactNode;
}

/** One thing to decide, with what it means. */
export function AccountSection({ id, title, text, children }: AccountSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6 border-line border-t py-8 md:py-10">
      <h2 id={`${id}-title`} className="font-bold text-2xl tracking-tight">
        {title}
      </h2>
      <p className="max-w-prose pt-1 pb-6 text-muted">{text}</p>
      {children}
    </section>
  );
}
