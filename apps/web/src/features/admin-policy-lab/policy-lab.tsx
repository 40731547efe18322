'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { LabForm } from './lab-form.tsx';
import { LabResult } from './lab-result.tsx';
import { isOther, type LabPolicy, type LabRequest, type LabValues, labValues } from './lab-values.ts';
import { useVerdict } from './use-verdict.ts';

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
  const form = useForm<LabValues>({ defaultValues: labValues(policy, days) });
  const verdict = useVerdict();
  const { data: answer, variables: replayed } = replay;
  const typed = form.watch();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 xl:grid-cols-[22rem_minmax(0,1fr)]">
      <LabForm form={form} policy={policy} replay={replay} />
      <div aria-busy={replay.isPending} className="min-w-0">
        <p role="status" className="sr-only">
          {replay.isPending && t('running')}
          {answer && verdict(answer)}
        </p>
        {replay.isPending && <Skeleton className="h-96 w-full" />}
        {answer && replayed && (
          <LabResult answer={answer} replayed={replayed} isOutdated={isOther(replayed, typed, policy)} />
        )}
      </div>
    </div>
  );
}
