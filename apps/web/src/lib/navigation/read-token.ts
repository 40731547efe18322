/** The token of a link in a mail; null when the link was cut off or is not one of ours. */
export function readToken(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
