import { Skeleton } from '#components/ui/skeleton.tsx';

/** Two fields and a button that are being loaded. */
export function FormSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="grid max-w-md gap-6">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-18 w-full rounded-control" />
      <Skeleton className="h-18 w-full rounded-control" />
      <Skeleton className="h-11 w-28 rounded-control" />
    </div>
  );
}
