import { UnreachableError } from '@openmat/api-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { render } from '#components/test/render.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { AssignTicket } from './assign-ticket.tsx';

vi.mock('#lib/api/browser-client.ts', () => ({ api: { GET: vi.fn(), POST: vi.fn() } }));

const get = vi.mocked(api.GET as () => Promise<unknown>);
const post = vi.mocked(api.POST as (path: string, sent: { headers: Record<string, string> }) => Promise<unknown>);

async function assign(reason: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Assign a ticket' }));
  await screen.findByRole('option', { name: 'Five entries' });
  await userEvent.selectOptions(screen.getByRole('combobox'), 'Five entries');
  await userEvent.type(screen.getByRole('textbox', { name: /^Reason/ }), reason);
  const [submit] = screen.getAllByRole('button', { name: 'Assign' });
  if (submit) await userEvent.click(submit);
}

test('a ticket whose answer was lost is the same one when it is assigned again, also after the dialog was closed', async () => {
  const client = new QueryClient();
  const invalidate = vi.spyOn(client, 'invalidateQueries');
  get.mockResolvedValue({
    data: { items: [{ id: 'plan', name: 'Five entries', isActive: true }] },
    response: new Response(),
  });
  post.mockRejectedValueOnce(new UnreachableError());
  post.mockResolvedValue({ data: { id: 't', name: 'Five entries' }, response: new Response() });
  render(
    <QueryClientProvider client={client}>
      <AssignTicket userId="anna" />
    </QueryClientProvider>,
  );
  await assign('Won it');
  await screen.findByRole('alert');
  expect(invalidate).toHaveBeenCalledWith({ queryKey: queryKeys.admin });
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await assign('Won it');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await assign('Another one');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const keys = post.mock.calls.map(([, { headers }]) => headers['Idempotency-Key']);
  expect(keys).toHaveLength(3);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});
