import { type ReactNode, useId } from 'react';

interface AccountSectionProps {
  title: string;
  text: string;
  children: ReactNode;
}

/** One thing to decide, with what it means. */
export function AccountSection({ title, text, children }: AccountSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-line border-t py-8">
      <h2 id={id} className="font-bold text-2xl tracking-tight">
        {title}
      </h2>
      <p className="pt-1 pb-5 text-muted">{text}</p>
      {children}
    </section>
  );
}
