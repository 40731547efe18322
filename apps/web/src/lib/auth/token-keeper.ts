import type { Departure, Grant, SessionState, SignedInUser } from './session-state.ts';

/** What one tab tells the others. */
export type TabMessage = { type: 'granted'; grant: Grant } | { type: 'signed-out'; why: Departure | null };

export interface TokenKeeperDeps {
  /** Asks the API for a new token by the refresh cookie; null when it refuses. Throws when it cannot be reached. */
  refresh(): Promise<Grant | null>;
  /** Runs `work` while no other tab of this browser runs it. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  tellOtherTabs(message: TabMessage): void;
  now(): number;
}

/** A token that ends sooner than this is replaced before it is used. */
const LEEWAY_MS = 10_000;

/**
 * Keeps the access token of this tab, in memory only.
 *
 * However many requests and tabs need a new token at once, one of them asks for it and all get it: two refreshes with the
 * same cookie would look like a stolen token to the API.
 */
export class TokenKeeper {
  readonly #deps: TokenKeeperDeps;
  readonly #listeners = new Set<() => void>();
  #state: SessionState;
  #refreshing: Promise<string | null> | null = null;

  constructor(deps: TokenKeeperDeps, state: SessionState = { status: 'unknown' }) {
    this.#deps = deps;
    this.#state = state;
  }

  getState = (): SessionState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * A token that is still good, or null when nobody is signed in.
   *
   * @param refused a token that the API has called expired
   * @throws when a new token is needed and the API cannot be reached
   */
  getToken = async (refused: string | null = null): Promise<string | null> => {
    if (this.#state.status === 'signed-out') return null;
    return this.#goodToken(refused, LEEWAY_MS) ?? this.#refreshOnce(refused, LEEWAY_MS);
  };

  /** Replaces a token that ends within `aheadMs`, so that no request has to wait for a new one. */
  renew = async (aheadMs: number): Promise<void> => {
    if (this.#state.status === 'signed-in' && !this.#goodToken(null, aheadMs)) await this.#refreshOnce(null, aheadMs);
  };

  /** Nobody signed in on this machine before, so the API need not be asked. */
  assumeSignedOut(): void {
    if (this.#state.status === 'unknown') this.#set({ status: 'signed-out', why: null });
  }

  /** Takes the token of a sign-in. */
  signIn(grant: Grant): void {
    this.#set({ status: 'signed-in', grant });
    this.#deps.tellOtherTabs({ type: 'granted', grant });
  }

  /** Takes what the user has changed about themselves. */
  updateUser(user: SignedInUser): void {
    if (this.#state.status === 'signed-in') this.signIn({ ...this.#state.grant, user });
  }

  /** Forgets the token, in every tab. */
  signOut(why: Departure | null = null): void {
    this.#set({ status: 'signed-out', why });
    this.#deps.tellOtherTabs({ type: 'signed-out', why });
  }

  /** Hears another tab. */
  hear(message: TabMessage): void {
    this.#set(
      message.type === 'granted'
        ? { status: 'signed-in', grant: message.grant }
        : { status: 'signed-out', why: message.why },
    );
  }

  #goodToken(refused: string | null, leewayMs: number): string | null {
    if (this.#state.status !== 'signed-in') return null;
    const { accessToken, expiresAt } = this.#state.grant;
    return accessToken !== refused && expiresAt - this.#deps.now() > leewayMs ? accessToken : null;
  }

  #refreshOnce(refused: string | null, leewayMs: number): Promise<string | null> {
    this.#refreshing ??= this.#deps
      .exclusively(async () => {
        // While this tab waited for its turn, another may have got a token and told us.
        if (this.#state.status === 'signed-out') return null;
        return this.#goodToken(refused, leewayMs) ?? this.#refresh();
      })
      .finally(() => {
        this.#refreshing = null;
      });
    return this.#refreshing;
  }

  async #refresh(): Promise<string | null> {
    const grant = await this.#deps.refresh();
    // Signed out while the answer was on its way: what it brings belongs to nobody.
    if (this.getState().status === 'signed-out') return null;
    if (grant) this.signIn(grant);
    else this.signOut('ended');
    return grant?.accessToken ?? null;
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
