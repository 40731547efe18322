'use client';

import { UnreachableError } from '@openmat/api-client';
import { useTransition } from 'react';
import { useRouter } from '#i18n/navigation.ts';
import { ErrorState } from './error-state.tsx';

/** A part that the server could not load; asks it to render the page again. */
export function RetryPage() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return <ErrorState error={new UnreachableError()} retry={() => startTransition(router.refresh)} pending={pending} />;
}
