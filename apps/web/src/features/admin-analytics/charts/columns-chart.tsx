'use client';

import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartLegend } from './chart-legend.tsx';
import { axisText, gridLine, tooltipLook } from './chart-look.ts';
import { barPaint, HatchPattern, isLine, linePaint, type Series } from './chart-paint.tsx';
import type { ChartProps } from './chart-props.ts';

/**
 * Bars and lines over time; what is below zero hangs from the same place. The sentence above says the gist and the table every
 * number, so that it is one picture to screen readers.
 */
export function ColumnsChart({ title, rows, series, formatValue, isShare = false }: ChartProps) {
  return (
    <div>
      <ChartLegend series={series} />
      <div role="img" aria-label={title}>
        <ComposedChart
          responsive
          accessibilityLayer={false}
          data={[...rows]}
          margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
          style={{ width: '100%', height: '15rem' }}
          barCategoryGap="20%"
          stackOffset="sign"
        >
          {HatchPattern()}
          <CartesianGrid {...gridLine} vertical={false} />
          <XAxis dataKey="label" {...axisText} interval="preserveStartEnd" minTickGap={24} />
          <YAxis {...axisText} width="auto" tickFormatter={formatValue} allowDecimals={isShare} />
          <Tooltip {...tooltipLook} formatter={(value) => formatValue(Number(value))} />
          {series.map((one) => mark(one))}
        </ComposedChart>
      </div>
    </div>
  );
}

function mark({ key, name, paint }: Series) {
  return isLine(paint) ? (
    <Line
      key={key}
      dataKey={key}
      name={name}
      {...linePaint(paint)}
      type="linear"
      dot={false}
      isAnimationActive={false}
      connectNulls
    />
  ) : (
    <Bar
      key={key}
      dataKey={key}
      name={name}
      stackId="bar"
      {...barPaint(paint)}
      maxBarSize={40}
      isAnimationActive={false}
    />
  );
}
