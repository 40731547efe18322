/** The looks of everything in a chart that is not a figure; colours are the app's own. */
export const axisText = {
  tickLine: false,
  axisLine: { stroke: 'var(--line-strong)' },
  tick: { fill: 'var(--muted)', fontSize: 13 },
} as const;

export const gridLine = { stroke: 'var(--line)' } as const;

export const tooltipLook = {
  isAnimationActive: false,
  cursor: { fill: 'var(--line)', fillOpacity: 0.5, stroke: 'var(--line-strong)' },
  contentStyle: {
    background: 'var(--surface)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-control)',
    boxShadow: 'var(--shadow-panel)',
    color: 'var(--ink)',
    fontSize: 14,
  },
  itemStyle: { color: 'var(--ink)', padding: 0 },
  labelStyle: { fontWeight: 600 },
} as const;
