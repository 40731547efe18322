import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { settings } from '../../../apps/server/src/config-settings.ts';
import { createAccessTokens } from '../../../apps/server/src/modules/identity/access-token.ts';
import { memberId, sessionId } from '../environment/ids.ts';
import { HttpConnection } from './http-connection.ts';
import type { HttpLoadPlan, HttpLoadResult, HttpRequests } from './http-load.ts';
import { serveLoad } from './load-child.ts';

/** Opening thousands of connections at once would overflow the server's backlog. */
const CONNECT_AT_ONCE = 500;

await serveLoad(async (plan: HttpLoadPlan) => {
  const requests = buildRequests(plan.requests);
  const connections = await connect(plan);
  return () => run(plan, requests, connections);
});

/** Requests ready to be written, so that nothing but sending and receiving happens during the measurement. */
function buildRequests(requests: HttpRequests): { at(index: number): Buffer; length: number } {
  if ('path' in requests) {
    const request = Buffer.from(`GET ${requests.path} HTTP/1.1\r\nhost: openmat\r\n\r\n`);
    return { at: () => request, length: Number.POSITIVE_INFINITY };
  }
  const { bookings } = requests;
  const tokens = createAccessTokens(String(settings.accessTokenSecret.default));
  const tokenOf = new Map<number, string>();
  const ready = Array.from({ length: bookings.length / 2 }, (_, i) => {
    const [member = 0, session = 0] = bookings.subarray(i * 2, i * 2 + 2);
    const token =
      tokenOf.get(member) ?? tokens.sign({ userId: memberId(member), role: 'member', familyId: randomUUID() });
    tokenOf.set(member, token);
    return bookingRequest(token, sessionId(session));
  });
  return { at: (index) => ready[index] as Buffer, length: ready.length };
}

function bookingRequest(token: string, session: string): Buffer {
  const body = JSON.stringify({ sessionId: session });
  return Buffer.from(
    `POST /api/v1/bookings HTTP/1.1\r\nhost: openmat\r\nauthorization: Bearer ${token}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
}

async function connect({ urls, connections, keepBodies = false }: HttpLoadPlan): Promise<HttpConnection[]> {
  const targets = urls.map((url) => new URL(url));
  const opened: HttpConnection[] = [];
  while (opened.length < connections) {
    const size = Math.min(CONNECT_AT_ONCE, connections - opened.length);
    const some = Array.from({ length: size }, (_, i) =>
      HttpConnection.open(targets[(opened.length + i) % targets.length] as URL, keepBodies),
    );
    opened.push(...(await Promise.all(some)));
  }
  return opened;
}

async function run(
  { seconds = Number.POSITIVE_INFINITY, pauseMs = 0 }: HttpLoadPlan,
  requests: ReturnType<typeof buildRequests>,
  connections: readonly HttpConnection[],
): Promise<HttpLoadResult> {
  const sentAtMs: number[] = [];
  const latenciesMs: number[] = [];
  const statuses: number[] = [];
  const bodies: string[] = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  const deadline = start + seconds * 1_000;

  const sendInTurn = async (connection: HttpConnection) => {
    while (sentAtMs.length < requests.length) {
      const now = performance.now();
      if (now >= deadline) return;
      const index = sentAtMs.push(now - start) - 1;
      const { status, body } = await connection.send(requests.at(index));
      latenciesMs[index] = performance.now() - now;
      statuses[index] = status;
      if (body !== undefined) bodies[index] = body;
      if (pauseMs > 0) await delay(pauseMs);
    }
  };
  await Promise.all(connections.map(sendInTurn));

  const finish = latenciesMs.reduce((latest, latency, i) => Math.max(latest, latency + (sentAtMs[i] ?? 0)), 0);
  const { user, system } = process.cpuUsage(cpu);
  for (const connection of connections) connection.close();
  return {
    sentAtMs: Float64Array.from(sentAtMs),
    latenciesMs: Float64Array.from(latenciesMs),
    statuses: Uint16Array.from(statuses),
    bodies,
    seconds: finish / 1_000,
    cpuSeconds: (user + system) / 1e6,
  };
}
