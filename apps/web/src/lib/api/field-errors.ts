import { isProblem } from '@openmat/api-client';

/**
 * What the API says about single fields of a form, by the name the form has for them.
 *
 * @param names the form's field for a field of the API, where they differ
 */
export function fieldErrors(error: unknown, names: Record<string, string> = {}): Record<string, string> {
  if (!isProblem(error)) return {};
  return Object.fromEntries(
    (error.problem.errors ?? []).map(({ field, message }) => [names[field] ?? field, capitalize(message)]),
  );
}

function capitalize(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
