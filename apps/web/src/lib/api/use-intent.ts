'use client';

import { isProblem } from '@openmat/api-client';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { IntentKey } from './intent-key.ts';

interface IntentOptions<T> {
  onSuccess?: (result: T) => unknown;
  onError?: (error: Error) => unknown;
  /** After either; it is waited for. */
  onSettled?: () => unknown;
}

/**
 * Sends something that must happen once, however often the network fails or the button is pressed.
 *
 * The key lives as long as the component that calls this: where giving up and trying again may unmount a dialog, it is called by
 * what stays behind the dialog.
 */
export function useIntent<T, V = void>(
  send: (input: V, idempotencyKey: string) => Promise<T>,
  { onSuccess, onError, onSettled }: IntentOptions<T> = {},
): UseMutationResult<T, Error, V> {
  const [intent] = useState(() => new IntentKey());
  return useMutation({
    mutationFn: (input: V) => send(input, intent.for(input)),
    onSuccess: (result) => {
      intent.settle();
      return onSuccess?.(result);
    },
    onError: (error) => {
      // Anything else than a refusal leaves open what has happened.
      if (isProblem(error) && error.problem.status < 500) intent.settle();
      return onError?.(error);
    },
    onSettled: () => onSettled?.(),
  });
}
