import type { CSSProperties } from 'react';
import { type Palette, palettesOf } from './accent-colors.ts';

type Colors = Partial<Record<'backgroundColor' | 'borderColor' | 'color', string>>;

/** The parts of a message that have a colour, and which: the same on light and dark screens. */
const colors = {
  page: ({ paper }) => ({ backgroundColor: paper }),
  panel: ({ surface, line }) => ({ backgroundColor: surface, borderColor: line }),
  studio: ({ accent }) => ({ color: accent }),
  ink: ({ ink }) => ({ color: ink }),
  muted: ({ muted }) => ({ color: muted }),
  label: ({ muted, line }) => ({ color: muted, borderColor: line }),
  value: ({ ink, line }) => ({ color: ink, borderColor: line }),
  button: ({ accent, onAccent }) => ({ backgroundColor: accent, color: onAccent }),
} as const satisfies Record<string, (palette: Palette) => Colors>;

/** A part of a message that has a colour; its class name in the HTML. */
export type ColoredPart = keyof typeof colors;

const PROPERTIES = { backgroundColor: 'background-color', borderColor: 'border-color', color: 'color' } as const;

/** How the parts of a message get their colours. */
export interface MessageStyles {
  /** Class and inline style of a part: the light colours, as many mail programs read nothing else. */
  part(part: ColoredPart, shape?: CSSProperties): { className: string; style: CSSProperties };
  /** Style sheet with the dark colours, for the programs that do. */
  sheet: string;
}

/** @param accentColor the studio's colour, `#rrggbb` */
export function messageStyles(accentColor: string): MessageStyles {
  const { light, dark } = palettesOf(accentColor);
  const rules = Object.entries(colors).map(([part, colorsOf]) => `.${part}{${declarations(colorsOf(dark))}}`);
  return {
    part: (part, shape) => ({ className: part, style: { ...shape, ...colors[part](light) } }),
    sheet: `:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${rules.join('')}}`,
  };
}

/** Inline styles win over a style sheet, except over what is important. */
function declarations(of: Colors): string {
  return Object.entries(of)
    .map(([property, value]) => `${PROPERTIES[property as keyof Colors]}:${value} !important`)
    .join(';');
}
