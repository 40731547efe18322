import { UnreachableError } from '@openmat/api-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from '#components/test/render.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminPaymentDetail } from '#lib/api/types.ts';
import { RefundPayment } from './refund-payment.tsx';

vi.mock('#lib/api/browser-client.ts', () => ({ api: { POST: vi.fn() } }));

const post = vi.mocked(api.POST as (path: string, sent: { headers: Record<string, string> }) => Promise<unknown>);
const payment = {
  id: 'p',
  refundable: 7_500,
  currency: 'EUR',
  ticketId: null,
  user: { id: 'u', name: 'Anna', email: 'anna@example.org' },
} as AdminPaymentDetail;
const client = new QueryClient();

beforeEach(() => {
  post.mockReset().mockResolvedValue({ data: { id: 'r' }, response: new Response() });
  render(
    <QueryClientProvider client={client}>
      <RefundPayment payment={payment} />
    </QueryClientProvider>,
  );
});

async function refund(amount: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Give money back' }));
  await userEvent.click(await screen.findByRole('radio', { name: 'A part' }));
  await userEvent.type(screen.getByLabelText('Amount'), amount);
  await userEvent.type(screen.getByRole('textbox', { name: /^Reason/ }), 'moved away');
  await userEvent.click(screen.getByRole('button', { name: /^Give back/ }));
}
const close = () => userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
const isClosed = () => waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
const keys = () => post.mock.calls.map(([, { headers }]) => headers['Idempotency-Key']);

test('a refund whose answer was lost is the same one when it is asked for again, also after the dialog was closed', async () => {
  const invalidate = vi.spyOn(client, 'invalidateQueries');
  post.mockRejectedValueOnce(new UnreachableError());
  await refund('25');
  await screen.findByRole('alert');
  expect(invalidate).toHaveBeenCalledWith({ queryKey: queryKeys.admin });
  await close();
  await refund('25');
  await isClosed();
  expect(keys()).toHaveLength(2);
  expect(keys()[1]).toBe(keys()[0]);
});

test('another amount is another refund, and so is the next one after it was promised', async () => {
  post.mockRejectedValueOnce(new UnreachableError());
  await refund('25');
  await screen.findByRole('alert');
  await close();
  await refund('10');
  await isClosed();
  await refund('10');
  await isClosed();
  expect(new Set(keys()).size).toBe(3);
});

test('what went wrong before is not said of the next attempt', async () => {
  post.mockRejectedValueOnce(new UnreachableError());
  await refund('25');
  await screen.findByRole('alert');
  await close();
  await userEvent.click(screen.getByRole('button', { name: 'Give money back' }));
  await screen.findByRole('alertdialog');
  expect(screen.queryByRole('alert')).toBeNull();
});
