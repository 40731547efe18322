'use client';

import { useProblemText } from '#lib/api/use-problem-text.ts';
import { Notice } from './notice.tsx';

/** Why a form was not accepted; fields say the rest themselves. */
export function FormProblem({ error }: { error: Error | null }) {
  const problemText = useProblemText();
  if (!error) return null;
  return (
    <Notice tone="trouble" role="alert">
      {problemText(error)}
    </Notice>
  );
}
