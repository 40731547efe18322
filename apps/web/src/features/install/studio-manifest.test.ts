import { expect, test } from 'vitest';
import { appIcons, isAppIcon } from './app-icons.ts';
import { studioManifest } from './studio-manifest.ts';

const studio = { name: 'Lindenhof Yoga', description: 'Classes at Lindenhof Yoga' };

test.each([
  ['en', '/'],
  ['sl', '/sl'],
] as const)('installed in %s the app starts at %s, and is the same app', (locale, start) => {
  const { name, lang, start_url, id } = studioManifest(studio, locale);
  expect({ name, lang, start_url, id }).toEqual({ name: studio.name, lang: locale, start_url: start, id: '/' });
});

test('every icon of it exists in the size it says', () => {
  const { icons = [] } = studioManifest(studio, 'en');
  for (const { src, sizes } of icons) {
    const name = src.split('/').at(-1) ?? '';
    expect(isAppIcon(name) && `${appIcons[name].size}x${appIcons[name].size}`).toBe(sizes);
  }
});
