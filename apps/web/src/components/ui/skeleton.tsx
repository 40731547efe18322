/** The place of something that is being loaded. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <span aria-hidden="true" className={`block animate-breathe rounded-md bg-line ${className}`} />;
}

/** A list that is being loaded, with the label that says so to those who cannot see it. */
export function ListSkeleton({ label, rows = 5 }: { label: string; rows?: number }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same.
        <div key={row} className="row-grid border-line border-b py-5">
          <Skeleton className="h-6 w-14" />
          <span className="grid gap-2">
            <Skeleton className="h-5 w-2/3 max-w-56" />
            <Skeleton className="h-4 w-1/2 max-w-40" />
          </span>
          <Skeleton className="h-11 w-24 rounded-control" />
        </div>
      ))}
    </div>
  );
}
