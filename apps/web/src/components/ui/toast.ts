'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect } from 'react';
import type { ToastMessage } from './toaster.tsx';

/** Loaded after the page: a toast says what happened after something was done, never what is there at first. */
const loadToaster = () => import('./toaster.tsx');

/**
 * Gives the function that says in passing how something ended. What must not be missed is a `Notice`; why a form was not accepted
 * belongs into the form.
 */
export function useToast(): (message: ToastMessage) => void {
  const t = useTranslations('common');
  const closeLabel = t('close');
  // A live region is heard only if it was there before it is filled, and there may be no network when it is needed.
  useEffect(() => {
    void loadToaster().then(({ prepareToaster }) => prepareToaster(closeLabel));
  }, [closeLabel]);
  return useCallback(
    (message) => void loadToaster().then(({ addToast }) => addToast(message, closeLabel)),
    [closeLabel],
  );
}
