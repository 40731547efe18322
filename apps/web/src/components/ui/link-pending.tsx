'use client';

import { useLinkStatus } from 'next/link';
import type { ComponentProps } from 'react';

/** Inside a link: breathes while the page behind the link is on its way. */
export function LinkPending({ className = '', ...rest }: ComponentProps<'span'>) {
  const { pending } = useLinkStatus();
  return <span {...rest} className={`${className} ${pending ? 'animate-breathe' : ''}`} />;
}
