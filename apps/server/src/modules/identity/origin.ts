import type { FastifyRequest } from 'fastify';

/** Where a request came from: shown to members as their device, and kept in the audit log. */
export interface Origin {
  userAgent: string | null;
  address: string;
  requestId: string;
}

/** A user agent says enough in its first words, and a header must not fill the table. */
const USER_AGENT_LENGTH = 300;

/** The origin of a request. */
export function originOf(request: FastifyRequest): Origin {
  const userAgent = request.headers['user-agent']?.slice(0, USER_AGENT_LENGTH) ?? null;
  return { userAgent, address: request.ip, requestId: request.id };
}
