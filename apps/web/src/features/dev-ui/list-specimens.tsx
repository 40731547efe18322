'use client';

import { UnreachableError } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { Specimen } from './specimen.tsx';

type State = 'there' | 'loading' | 'empty' | 'failed';

interface Page {
  items: string[];
  nextCursor: string | null;
}

const answers: Record<State, () => Promise<Page>> = {
  there: async () => ({ items: ['Vinyasa Flow', 'Pilates'], nextCursor: 'more' }),
  loading: () => new Promise(() => {}),
  empty: async () => ({ items: [], nextCursor: null }),
  failed: async () => {
    throw new UnreachableError();
  },
};

export function ListSpecimens() {
  return (['there', 'loading', 'empty', 'failed'] as const).map((state) => (
    <Specimen key={state} name={`PagedList, ${state}`}>
      <List state={state} />
    </Specimen>
  ));
}

function List({ state }: { state: State }) {
  const id = useId();
  const list = useInfiniteQuery({
    queryKey: ['dev-ui', id],
    queryFn: answers[state],
    retry: false,
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return (
    <div>
      <PagedList list={list} loading="Loading" empty={<EmptyState title="No classes yet" />}>
        {(items) => (
          <ul>
            {items.map((item, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same page comes again and again.
              <li key={index} className="border-line border-b py-3">
                {item}
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </div>
  );
}
