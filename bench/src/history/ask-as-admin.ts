import { randomUUID } from 'node:crypto';
import { settings } from '../../../apps/server/src/config-settings.ts';
import { createAccessTokens } from '../../../apps/server/src/modules/identity/access-token.ts';
import { memberId } from '../environment/ids.ts';

export interface Answer {
  status: number;
  /** Until the last byte. */
  ms: number;
  body: unknown;
}

/** One request as the admin of a history. */
export async function askAsAdmin(url: string, init: RequestInit = {}): Promise<Answer> {
  const tokens = createAccessTokens(String(settings.accessTokenSecret.default));
  // The first member of a history is its admin.
  const token = tokens.sign({ userId: memberId(1), role: 'admin', familyId: randomUUID() });
  const headers = { authorization: `Bearer ${token}`, ...(init.body && { 'content-type': 'application/json' }) };
  const start = performance.now();
  const response = await fetch(url, { ...init, headers });
  const text = await response.text();
  return { status: response.status, ms: performance.now() - start, body: JSON.parse(text) };
}
