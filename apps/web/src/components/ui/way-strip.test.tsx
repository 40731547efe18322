import { render, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { WayStrip } from './way-strip.tsx';

const ways = (current: string) => (
  <WayStrip label="Ways">
    {['Today', 'Members', 'Settings'].map((name) => (
      <a key={name} href={`/${name}`} aria-current={name === current ? 'page' : undefined}>
        {name}
      </a>
    ))}
  </WayStrip>
);

/** A strip of 200 pixels, each way 100 wide and right after the one before. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(200);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(100);
  vi.spyOn(HTMLElement.prototype, 'offsetLeft', 'get').mockImplementation(function offset(this: HTMLElement) {
    return [...(this.parentElement?.children ?? [])].indexOf(this) * 100;
  });
});

test('where one is comes into view, and what was scrolled since stays', () => {
  const { rerender } = render(ways('Settings'));
  const strip = screen.getByRole('navigation', { name: 'Ways' });
  expect(strip.scrollLeft).toBe(150);
  strip.scrollLeft = 0;
  rerender(ways('Settings'));
  expect(strip.scrollLeft).toBe(0);
  rerender(ways('Members'));
  expect(strip.scrollLeft).toBe(50);
});
