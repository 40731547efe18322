import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { render } from '#components/test/render.tsx';
import { useKeepFocus } from './use-keep-focus.ts';

function Seat() {
  const [isBooked, setBooked] = useState(false);
  const keepFocus = useKeepFocus<HTMLDivElement>(String(isBooked));
  return (
    <>
      <div {...keepFocus}>
        {isBooked ? (
          <a href="/bookings">Booked</a>
        ) : (
          <button type="button" onClick={() => setBooked(true)}>
            Book
          </button>
        )}
      </div>
      <button type="button" onClick={() => setBooked(true)}>
        From elsewhere
      </button>
    </>
  );
}

test('the focus goes from the button to what it has become', async () => {
  render(<Seat />);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Booked' }));
});

test('a focus that is elsewhere stays there', async () => {
  render(<Seat />);
  await userEvent.click(screen.getByRole('button', { name: 'From elsewhere' }));
  expect(document.activeElement?.textContent).toBe('From elsewhere');
});
