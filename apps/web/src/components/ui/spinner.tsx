/** Three dots in the middle of what is waiting; still when motion is not wanted. */
export function Spinner() {
  return (
    <span aria-hidden="true" className="absolute inset-0 flex items-center justify-center gap-1">
      {[0, 200, 400].map((delay) => (
        <span
          key={delay}
          className="size-1.5 animate-breathe rounded-full bg-current"
          style={{ animationDelay: `${delay}ms` }}
        />
      ))}
    </span>
  );
}
