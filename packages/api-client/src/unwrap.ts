import { ProblemError, parseProblem, UnreachableError } from './problem.ts';

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The body of a successful answer.
 *
 * @throws ProblemError when the API refused
 * @throws UnreachableError when it could not be reached; an aborted request throws its own `AbortError`
 */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer.catch((cause: unknown) => {
    // Getting an access token for the request may have failed in a way of its own.
    const isExplained = cause instanceof ProblemError || cause instanceof UnreachableError;
    if (isExplained || (cause instanceof Error && cause.name === 'AbortError')) throw cause;
    throw new UnreachableError('The API could not be reached', { cause });
  });
  if (response.ok) return data as T;
  const problem = parseProblem(error);
  if (!problem) throw new UnreachableError(`Something other than the API answered with status ${response.status}`);
  throw new ProblemError(problem, readSeconds(response.headers.get('retry-after')));
}

function readSeconds(text: string | null): number | null {
  const seconds = Number.parseInt(text ?? '', 10);
  return Number.isNaN(seconds) ? null : seconds;
}
