import { UnreachableError } from '@openmat/api-client';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { render } from '#components/test/render.tsx';
import type { AdminTicket } from '#lib/api/types.ts';
import { RevokeTicket } from './revoke-ticket.tsx';
import { useChangeTicket } from './use-change-ticket.ts';
import { useRevocation } from './use-revocation.ts';

vi.mock('./use-revocation.ts');
vi.mock('./use-change-ticket.ts');

const refetch = vi.fn();
const mutate = vi.fn();

async function confirm(preview: object) {
  vi.mocked(useRevocation).mockReturnValue({ refetch, isPending: false, isFetching: false, ...preview } as never);
  vi.mocked(useChangeTicket).mockReturnValue({ mutate, isPending: false, error: null } as never);
  const ticket = { id: 'ten', name: 'Ten', unlimited: false, entriesLeft: 3 } as AdminTicket;
  render(<RevokeTicket ticket={ticket} onClose={vi.fn()} onChanged={vi.fn()} />);
  await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'Moved away');
  await userEvent.click(screen.getByRole('button', { name: 'Revoke ticket' }));
}

test('a ticket is revoked once it is known what that does', async () => {
  await confirm({ data: { sessions: [], people: [], mails: [] } });
  expect(mutate).toHaveBeenCalledWith({ verb: 'revoke', reason: 'Moved away' });
});

test('when that could not be found out, it can be tried again, and confirming does so too', async () => {
  mutate.mockClear();
  await confirm({ error: new UnreachableError() });
  expect(refetch).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(refetch).toHaveBeenCalledTimes(2);
  expect(mutate).not.toHaveBeenCalled();
});
