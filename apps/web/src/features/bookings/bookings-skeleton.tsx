import { Skeleton } from '#components/ui/skeleton.tsx';

/** Bookings that are being loaded, about as tall as they will be, with the label that says so to those who cannot see it. */
export function BookingsSkeleton({ label }: { label: string }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {['first', 'second'].map((key) => (
        <div key={key} className="row-grid border-line [--row-time:5.25rem] border-b py-5">
          <span className="grid gap-2 self-start pt-0.5">
            <Skeleton className="h-6 w-14" />
            <Skeleton className="h-4 w-20" />
          </span>
          <span className="grid gap-2.5 self-start pt-1">
            <Skeleton className="h-5 w-2/3 max-w-56" />
            <Skeleton className="h-4 w-1/2 max-w-40" />
            <Skeleton className="h-4 w-28" />
          </span>
          <Skeleton className="h-11 w-24 rounded-control max-sm:col-start-2 max-sm:mt-5 sm:self-start" />
        </div>
      ))}
    </div>
  );
}
