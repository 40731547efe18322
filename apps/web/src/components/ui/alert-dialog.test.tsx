import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { render } from '#components/test/render.tsx';
import { AlertDialog } from './alert-dialog.tsx';

function Erase({ onConfirm }: { onConfirm: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Erase
      </button>
      <AlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title="Erase everything?"
        text="It cannot be brought back."
        keep="Keep it"
        confirm="Erase it"
        onConfirm={onConfirm}
      />
    </>
  );
}

async function open(onConfirm = vi.fn()) {
  render(<Erase onConfirm={onConfirm} />);
  await userEvent.click(screen.getByRole('button', { name: 'Erase' }));
  return screen.findByRole('alertdialog', { name: 'Erase everything?', description: 'It cannot be brought back.' });
}

test('Enter at once changes nothing, and the focus goes back', async () => {
  const onConfirm = vi.fn();
  await open(onConfirm);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep it'));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(onConfirm).not.toHaveBeenCalled();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Erase'));
});

test('it is done when asked for', async () => {
  const onConfirm = vi.fn();
  await open(onConfirm);
  await userEvent.click(screen.getByRole('button', { name: 'Erase it' }));
  expect(onConfirm).toHaveBeenCalledOnce();
});
