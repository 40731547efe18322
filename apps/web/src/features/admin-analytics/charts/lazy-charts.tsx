'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '#components/ui/skeleton.tsx';

const loading = () => <Skeleton className="h-60 w-full" />;

/** Drawing takes as much script as the rest of the page, and the sentences and numbers need none of it. */
export const ColumnsChart = dynamic(() => import('./columns-chart.tsx').then((loaded) => loaded.ColumnsChart), {
  ssr: false,
  loading,
});

export const RowsChart = dynamic(() => import('./rows-chart.tsx').then((loaded) => loaded.RowsChart), {
  ssr: false,
  loading,
});
