'use client';

import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useState } from 'react';

/** Something that is tried before it is done. */
export interface Rehearsed<Body, Outcome> {
  /** What was tried and would come out, while it waits to be confirmed. */
  planned: { body: Body; outcome: Outcome } | null;
  rehearsal: UseMutationResult<Outcome, Error, Body>;
  change: UseMutationResult<Outcome, Error, Body>;
  dismiss(): void;
}

/**
 * Asks the API what a change would do before it is made. One that concerns nobody is made at once; of any other, `planned` holds what it
 * means until `change` or `dismiss` is called.
 */
export function useRehearsed<Body, Outcome>(
  send: (body: Body, dryRun: boolean) => Promise<Outcome>,
  { isHarmless, onDone }: { isHarmless: (outcome: Outcome) => boolean; onDone: (outcome: Outcome) => unknown },
): Rehearsed<Body, Outcome> {
  const [planned, setPlanned] = useState<{ body: Body; outcome: Outcome } | null>(null);
  const change = useMutation({
    mutationFn: (body: Body) => send(body, false),
    onSuccess: async (outcome) => {
      await onDone(outcome);
      setPlanned(null);
    },
  });
  const rehearsal = useMutation({
    mutationFn: (body: Body) => send(body, true),
    onMutate: () => change.reset(),
    onSuccess: (outcome, body) => (isHarmless(outcome) ? change.mutate(body) : setPlanned({ body, outcome })),
  });
  return { planned, rehearsal, change, dismiss: () => setPlanned(null) };
}
