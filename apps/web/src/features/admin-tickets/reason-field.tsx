'use client';

import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { TextField } from '#components/ui/field.tsx';

const MAX_LENGTH = 500;

/** Why something is done; every change of a ticket and of money has a reason. */
export function ReasonField(props: Omit<ComponentProps<typeof TextField>, 'label'>) {
  const t = useTranslations('adminTickets');
  return <TextField label={t('reason')} maxLength={MAX_LENGTH} autoComplete="off" {...props} />;
}
