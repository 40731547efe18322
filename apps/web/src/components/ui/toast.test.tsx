import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { render } from '#components/test/render.tsx';
import { useToast } from './toast.ts';
import type { ToastMessage } from './toaster.tsx';

function Buttons({ messages }: { messages: ToastMessage[] }) {
  const toast = useToast();
  return messages.map((message) => (
    <button key={message.text} type="button" onClick={() => toast(message)}>
      {`say ${message.text}`}
    </button>
  ));
}

const say = (text: string) => userEvent.click(screen.getByRole('button', { name: `say ${text}` }));

test('the live region is there before anything is said, and then says it', async () => {
  render(<Buttons messages={[{ text: 'Booked' }]} />);
  const region = await screen.findByRole('region');
  expect(region.getAttribute('aria-live')).toBe('polite');
  expect(within(region).queryByText('Booked')).toBeNull();
  await say('Booked');
  expect(await within(region).findByText('Booked')).toBeTruthy();
});

test('trouble interrupts', async () => {
  render(<Buttons messages={[{ text: 'Not saved', tone: 'trouble' }]} />);
  await say('Not saved');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Not saved'));
});

test('an action is done once and takes the toast along', async () => {
  const onPress = vi.fn();
  render(<Buttons messages={[{ text: 'Deleted', action: { label: 'Undo', onPress } }]} />);
  await say('Deleted');
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(onPress).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByText('Deleted')).toBeNull());
});
