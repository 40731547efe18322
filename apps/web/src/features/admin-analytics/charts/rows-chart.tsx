'use client';

import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartLegend } from './chart-legend.tsx';
import { axisText, gridLine, tooltipLook } from './chart-look.ts';
import { barPaint, HatchPattern } from './chart-paint.tsx';
import type { ChartProps } from './chart-props.ts';

const ROW_REM = 2.5;
const AXIS_REM = 2.5;
const NAME_PX = 132;

/** Bars that lie below each other, each with a name; several series of a row make up one bar. */
export function RowsChart({ title, rows, series, formatValue }: ChartProps) {
  return (
    <div>
      <ChartLegend series={series} />
      <div role="img" aria-label={title}>
        <BarChart
          responsive
          accessibilityLayer={false}
          layout="vertical"
          data={[...rows]}
          margin={{ top: 0, right: 16, bottom: 0, left: 0 }}
          style={{ width: '100%', height: `${rows.length * ROW_REM + AXIS_REM}rem` }}
          barCategoryGap="25%"
        >
          {HatchPattern()}
          <CartesianGrid {...gridLine} horizontal={false} />
          <XAxis type="number" {...axisText} tickFormatter={formatValue} allowDecimals={false} />
          <YAxis type="category" dataKey="label" {...axisText} width={NAME_PX} interval={0} />
          <Tooltip {...tooltipLook} formatter={(value) => formatValue(Number(value))} />
          {series.map(({ key, name, paint }) => (
            <Bar key={key} dataKey={key} name={name} stackId="row" {...barPaint(paint)} isAnimationActive={false} />
          ))}
        </BarChart>
      </div>
    </div>
  );
}
