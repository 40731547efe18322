import { Skeleton } from '#components/ui/skeleton.tsx';

/** A ticket that is being loaded, as tall as it will be: most members have one. With the label that says so to those who cannot see it. */
export function TicketsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="border-line border-t">
      <span className="sr-only">{label}</span>
      <div className="flex min-h-37.5 items-start justify-between gap-6 border-line border-b pt-6">
        <span className="grid flex-1 gap-2.5">
          <Skeleton className="h-6 w-40 max-w-full" />
          <Skeleton className="h-4 w-56 max-w-full" />
          <Skeleton className="h-4 w-24 max-w-full" />
        </span>
        <Skeleton className="h-12 w-16" />
      </div>
    </div>
  );
}
