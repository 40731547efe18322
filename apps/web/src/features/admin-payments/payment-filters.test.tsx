import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { render } from '#components/test/render.tsx';
import { api } from '#lib/api/browser-client.ts';
import { PaymentFilters } from './payment-filters.tsx';

const replace = vi.hoisted(() => vi.fn());
vi.mock('#i18n/navigation.ts', () => ({ useRouter: () => ({ replace }) }));
vi.mock('#lib/api/browser-client.ts', () => ({ api: { GET: vi.fn() } }));

const get = vi.mocked(api.GET as () => Promise<unknown>);
const show = () =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <PaymentFilters search={{ userId: 'anna', status: 'paid' }} />
    </QueryClientProvider>,
  );

test('the one member is named, and can be taken back', async () => {
  get.mockResolvedValue({ data: { id: 'anna', name: 'Anna Novak' }, response: new Response() });
  show();
  await userEvent.click(await screen.findByRole('button', { name: /^Anna Novak/ }));
  expect(replace).toHaveBeenCalledWith('/admin/payments?status=paid', { scroll: false });
});

test('a member who is not known any more is one all the same', async () => {
  get.mockRejectedValue(new Error('gone'));
  show();
  expect(screen.getByRole('button', { name: /^Only one member/ })).toBeTruthy();
});
