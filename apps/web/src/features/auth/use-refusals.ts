'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent } from 'react';
import { type AccountField, type Refusal, refusedFields } from './refused-fields.ts';

/**
 * Why the API refused a form about an account: said at its fields, and in general what no field can say. The first field
 * that was refused gets the cursor.
 *
 * @param focus puts the cursor into a field of the form
 */
export function useRefusals<F extends AccountField>(error: Error | null, focus: (field: F) => void) {
  const t = useTranslations('auth');
  const fields = refusedFields(error);
  const [first] = Object.keys(fields) as F[];
  const focusFirst = useEffectEvent(() => first && focus(first));
  useEffect(() => {
    if (error) focusFirst();
  }, [error]);
  return {
    of: (field: F): string | undefined => {
      const refusal: Refusal | undefined = fields[field];
      return refusal && t(`refused.${refusal}`);
    },
    rest: first ? null : error,
  };
}
