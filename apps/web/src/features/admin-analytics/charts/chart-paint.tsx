/** How a series looks: by colour, and without it by being full, hatched, hollow, drawn through or dashed. */
export type Paint = 'full' | 'hatched' | 'hollow' | 'line' | 'dashed';

export interface Series {
  /** The figure in a row. */
  key: string;
  name: string;
  paint: Paint;
}

const HATCH_ID = 'chart-hatch';

const WAIT = 'var(--wait)';

export const isLine = (paint: Paint) => paint === 'line' || paint === 'dashed';

/** The attributes of a bar. */
export function barPaint(paint: Paint) {
  if (paint === 'hatched') return { fill: `url(#${HATCH_ID})`, stroke: WAIT, strokeWidth: 1.5 };
  return { fill: paint === 'hollow' ? 'var(--surface)' : 'var(--accent)', stroke: 'var(--accent)', strokeWidth: 1.5 };
}

/** The attributes of a line. */
export function linePaint(paint: Paint) {
  return {
    stroke: paint === 'dashed' ? WAIT : 'var(--ink)',
    strokeWidth: 2,
    strokeDasharray: paint === 'dashed' ? '6 4' : '0',
  };
}

/** The pattern of hatched bars; once in each picture that has one. */
export function HatchPattern() {
  return (
    <defs>
      <pattern id={HATCH_ID} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--wait-soft)" />
        <line y2="6" stroke={WAIT} strokeWidth="3" />
      </pattern>
    </defs>
  );
}
