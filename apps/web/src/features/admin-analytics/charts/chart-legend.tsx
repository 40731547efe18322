import { barPaint, HatchPattern, isLine, linePaint, type Series } from './chart-paint.tsx';

/** What is what; of a single series the title says it. */
export function ChartLegend({ series }: { series: readonly Series[] }) {
  if (series.length < 2) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 pb-3 text-sm">
      {series.map(({ key, name, paint }) => (
        <li key={key} className="flex items-center gap-2">
          <svg aria-hidden="true" width="18" height="14">
            {paint === 'hatched' && <HatchPattern />}
            {isLine(paint) ? (
              <line x2="18" y1="7" y2="7" {...linePaint(paint)} />
            ) : (
              <rect x="1" y="1" width="16" height="12" rx="2" {...barPaint(paint)} />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
