'use client';

import { useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus where it was when the button that had it gives way to a link or a statement.
 *
 * @param content changes whenever something else may stand there
 * @returns for the element around it
 */
export function useKeepFocus<T extends HTMLElement>(content: string) {
  const ref = useRef<T>(null);
  const hadFocus = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is there now, not what it says, decides; the content says when to look.
  useLayoutEffect(() => {
    if (!hadFocus.current || ref.current?.contains(document.activeElement)) return;
    ref.current?.querySelector<HTMLElement>('a, button, [tabindex]')?.focus();
  }, [content]);
  return {
    ref,
    // An element that is taken out of the page while it has the focus does not lose it in React's eyes.
    onFocus: () => {
      hadFocus.current = true;
    },
    onBlur: () => {
      hadFocus.current = false;
    },
  };
}
