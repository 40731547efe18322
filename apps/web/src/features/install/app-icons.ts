/** The icons of the installed app: their edge in pixels, and how much of it the mark takes. */
export const appIcons = {
  '192.png': { size: 192, share: 0.86 },
  '512.png': { size: 512, share: 0.86 },
  // A phone cuts these to its own shape: only what is within a circle of four fifths is sure to be seen.
  'maskable.png': { size: 512, share: 0.6 },
  'apple.png': { size: 180, share: 0.72 },
} as const;

export function isAppIcon(name: string): name is keyof typeof appIcons {
  return Object.hasOwn(appIcons, name);
}

/** The mark of `app/icon.svg` in other colours. */
export function markSvg({ track, accent }: { track: string; accent: string }): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29" fill="none" stroke-width="7"><circle cx="14.5" cy="14.5" r="11" stroke="${track}"/><path d="M14.5 3.5a11 11 0 1 1-10.46 14.4" stroke="${accent}" stroke-linecap="round"/></svg>`;
}
