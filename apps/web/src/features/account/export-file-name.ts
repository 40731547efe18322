/** The name of the file with somebody's data: `openmat-2026-11-22.json`, by the day at which it was made, in UTC. */
export function exportFileName(exportedAt: unknown): string {
  const [day] = String(exportedAt).split('T');
  return `openmat-${day}.json`;
}
