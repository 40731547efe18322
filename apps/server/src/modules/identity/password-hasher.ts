import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { AppError } from '#platform/http/app-error.ts';

/** argon2id (the library's default kind) with the parameters of DOMAIN "Identity". */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One hash takes about 12 ms of a core and 19 MiB; two at a time leave the rest of the machine to members who book. */
const RUNNING = 2;
/** About a second's worth. Whoever comes later is better told to come back. */
const WAITING = 100;

/** The hash of a random password that nobody knows. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$XILUnmJFcBSsC05p1CUNkQ$ED0kqf5aFnVzBTH8pqRokAqlku3XPybrlhjrQwph8SA';

export interface PasswordHasher {
  /** @throws AppError `busy` when too many wait */
  hash(password: string): Promise<string>;
  /**
   * True when the password belongs to the hash. Without a usable hash (an unknown account) it does the same work and
   * answers false, so that the time tells nothing.
   *
   * @throws AppError `busy` when too many wait
   */
  verify(storedHash: string | undefined, password: string): Promise<boolean>;
}

/** Hashes passwords off the event loop, a few at a time, with a bounded queue: a storm of logins cannot take the machine. */
export function createPasswordHasher({ running = RUNNING, waiting = WAITING } = {}): PasswordHasher {
  const limit = pLimit(running);
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (limit.pendingCount >= waiting) {
      throw new AppError('busy', { detail: 'Too many people are signing in', retryAfterSeconds: 2 });
    }
    return limit(work);
  };
  return {
    hash: async (password) => inTurn(() => hash(normalized(password), PARAMETERS)),
    verify: async (storedHash, password) => {
      const usable = storedHash?.startsWith('$argon2') ? storedHash : undefined;
      const matches = await inTurn(() => verify(usable ?? NOBODYS_HASH, normalized(password)));
      return matches && usable !== undefined;
    },
  };
}

/** The same letters can be typed as different code points on another keyboard (NIST SP 800-63B, 3.1.1.2). */
const normalized = (password: string) => password.normalize('NFKC');
