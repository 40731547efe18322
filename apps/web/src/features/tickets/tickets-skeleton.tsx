import { Skeleton } from '#components/ui/skeleton.tsx';

/** Tickets that are being loaded, with the label that says so to those who cannot see it. */
export function TicketsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="border-line border-t">
      <span className="sr-only">{label}</span>
      {['first', 'second'].map((key) => (
        <div key={key} className="flex items-start justify-between gap-6 border-line border-b py-6">
          <span className="grid flex-1 gap-2.5">
            <Skeleton className="h-6 w-40 max-w-full" />
            <Skeleton className="h-4 w-56 max-w-full" />
            <Skeleton className="h-4 w-24 max-w-full" />
          </span>
          <Skeleton className="h-12 w-16" />
        </div>
      ))}
    </div>
  );
}
