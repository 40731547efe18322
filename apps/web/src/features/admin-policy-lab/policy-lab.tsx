'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { LabForm } from './lab-form.tsx';
import { LabResult } from './lab-result.tsx';
import type { LabPolicy, LabRequest } from './lab-values.ts';

interface PolicyLabProps {
  /** The present rules of the studio. */
  policy: LabPolicy;
  days: { from: string; to: string };
}

/** Other rules, and what they would have made of the sessions that were held. */
export function PolicyLab({ policy, days }: PolicyLabProps) {
  const t = useTranslations('adminPolicyLab');
  const replay = useMutation({
    mutationFn: (body: LabRequest) => unwrap(api.POST('/api/v1/admin/analytics/policy-lab', { body })),
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 xl:grid-cols-[22rem_minmax(0,1fr)]">
      <LabForm policy={policy} days={days} replay={replay} />
      <div role="status" aria-busy={replay.isPending} className="min-w-0">
        {replay.isPending && (
          <>
            <span className="sr-only">{t('running')}</span>
            <Skeleton className="h-96 w-full" />
          </>
        )}
        {replay.isSuccess && <LabResult answer={replay.data} />}
      </div>
    </div>
  );
}
