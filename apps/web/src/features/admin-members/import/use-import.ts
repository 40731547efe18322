'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { ImportColumns, ImportRequest, ImportResult } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';

export interface ChosenFile {
  name: string;
  csv: string;
  table: ImportColumns;
}

/** Reads a file and asks what its columns seem to hold. What is not UTF-8 arrives broken, and the API says so. */
export function useReadFile(onRead: (file: ChosenFile) => void) {
  return useMutation({
    mutationFn: async (file: File) => {
      const csv = await file.text();
      const table = await unwrap(api.POST('/api/v1/admin/imports/members/columns', { body: { csv } }));
      return { name: file.name, csv, table };
    },
    onSuccess: onRead,
  });
}

/** Asks what an import would do. */
export function useRehearsal(onRehearsed: (result: ImportResult) => void) {
  return useMutation({
    mutationFn: (request: ImportRequest) =>
      unwrap(api.POST('/api/v1/admin/imports/members', { body: { ...request, dryRun: true } })),
    onSuccess: onRehearsed,
  });
}

/** Does it, once. */
export function useImport(onImported: (result: ImportResult) => void) {
  const queryClient = useQueryClient();
  return useIntent(
    (body: ImportRequest, idempotencyKey) =>
      unwrap(api.POST('/api/v1/admin/imports/members', { body, headers: { 'Idempotency-Key': idempotencyKey } })),
    {
      onSuccess: (result) => {
        onImported(result);
        return queryClient.invalidateQueries({ queryKey: queryKeys.admin });
      },
    },
  );
}

/** What stands in the way by now, when the studio changed after the rehearsal: the refusal carries the same answer. */
export function refusedImport(error: Error | null): ImportResult | null {
  return isProblem(error, 'import_has_errors') ? (error.problem as unknown as ImportResult) : null;
}
