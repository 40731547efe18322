import { type FieldError, isProblem } from '@openmat/api-client';

/** Why the API refuses a file as a whole, as far as there are words of ours for it. */
export const fileRefusals = ['not_utf8', 'empty', 'quotation_marks', 'too_many_rows', 'column_twice'] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** What is wrong with the file, with the values that its sentence names; undefined when it is something else, or no refusal of the file. */
export function fileRefusal(error: unknown): { code: FileRefusal; values: FieldError['values'] } | undefined {
  if (!isProblem(error)) return undefined;
  const refused = error.problem.errors?.find(({ field }) => field === 'csv');
  const code = fileRefusals.find((known) => known === refused?.code);
  return code && { code, values: refused?.values };
}
