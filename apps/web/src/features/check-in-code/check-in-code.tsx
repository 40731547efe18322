'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useWakeLock } from '#lib/use-wake-lock.ts';
import { inGroups, qrPath } from './qr-path.ts';

/** My code for the front desk; once it is there it needs no network. */
export function CheckInCode() {
  const t = useTranslations('checkIn');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.checkInCode,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/me/check-in-code', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  useWakeLock();
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return (
      <div role="status">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="aspect-[5/6] w-full rounded-panel" />
      </div>
    );
  }
  return <Card code={data.code} />;
}

/** Dark on white in every theme: scanners read nothing else as well. */
function Card({ code }: { code: string }) {
  const t = useTranslations('checkIn');
  const { size, path } = qrPath(code);
  const [first, second] = inGroups(code);
  return (
    <div className="grid overflow-hidden rounded-panel bg-scan-paper pb-7 text-scan-ink shadow-panel">
      <svg role="img" aria-label={t('image')} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
        <path d={path} fill="currentColor" />
      </svg>
      <p className="sr-only">{code.split('').join(' ')}</p>
      <p aria-hidden="true" className="flex justify-center gap-4 font-bold text-4xl tracking-widest">
        <span>{first}</span>
        <span>{second}</span>
      </p>
    </div>
  );
}
