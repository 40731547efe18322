import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { useRehearsed } from './use-rehearsed.ts';

interface Outcome {
  people: number;
}

function setUp(outcome: Outcome) {
  const send = vi.fn(async (_capacity: number, _dryRun: boolean) => outcome);
  const onDone = vi.fn();
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const isHarmless = ({ people }: Outcome) => people === 0;
  const { result } = renderHook(() => useRehearsed(send, { isHarmless, onDone }), { wrapper });
  return { send, onDone, result };
}

test('what concerns nobody is made at once', async () => {
  const { send, onDone, result } = setUp({ people: 0 });
  act(() => result.current.rehearsal.mutate(5));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(send.mock.calls).toEqual([
    [5, true],
    [5, false],
  ]);
  expect(result.current.planned).toBeNull();
});

test('anything else waits to be confirmed, and nothing happens when it is not', async () => {
  const { send, onDone, result } = setUp({ people: 2 });
  act(() => result.current.rehearsal.mutate(5));
  await waitFor(() => expect(result.current.planned).toEqual({ body: 5, outcome: { people: 2 } }));
  act(() => result.current.dismiss());
  expect([send.mock.calls, result.current.planned]).toEqual([[[5, true]], null]);

  act(() => result.current.rehearsal.mutate(6));
  await waitFor(() => expect(result.current.planned).not.toBeNull());
  act(() => result.current.change.mutate(6));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  await waitFor(() => expect(result.current.planned).toBeNull());
  expect(send.mock.lastCall).toEqual([6, false]);
});
