const RADIUS = 8;
const LENGTH = 2 * Math.PI * RADIUS;

interface CapacityRingProps {
  taken: number;
  capacity: number;
  className?: string;
}

/** A ring that fills with the places taken. A picture only: say the number beside it. */
export function CapacityRing({ taken, capacity, className = 'size-4' }: CapacityRingProps) {
  const share = capacity > 0 ? Math.min(1, taken / capacity) : 1;
  const circle = { cx: 10, cy: 10, r: RADIUS, fill: 'none', strokeWidth: 4 };
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className={`-rotate-90 ${share === 1 ? 'text-wait' : 'text-accent'} ${className}`}
    >
      <circle {...circle} className="stroke-line" />
      <circle
        {...circle}
        stroke="currentColor"
        strokeDasharray={LENGTH}
        strokeDashoffset={LENGTH * (1 - share)}
        className="transition-[stroke-dashoffset] duration-500"
      />
    </svg>
  );
}
