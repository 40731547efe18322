/** Three large dots that breathe one after the other; still when motion is not wanted. */
export function WaitingDots() {
  return (
    <span aria-hidden="true" className="flex h-11 items-center gap-2.5">
      {[0, 200, 400].map((delay) => (
        <span
          key={delay}
          className="size-3.5 animate-breathe rounded-full bg-accent"
          style={{ animationDelay: `${delay}ms` }}
        />
      ))}
    </span>
  );
}
