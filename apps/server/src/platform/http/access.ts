/** Who may call a route. Every route says it; one that does not stops the start. */
export type Access = 'public' | 'member' | 'staff' | 'admin';

export type Role = 'member' | 'staff' | 'admin';

/** The authenticated caller. */
export interface Actor {
  userId: string;
  role: Role;
  /** The refresh family (device) behind the access token. */
  familyId: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** Set on every route whose access is not `public`. */
    actor: Actor;
  }
}
