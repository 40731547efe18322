import { type DestinationStream, type Logger, pino } from 'pino';

const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  '*.password',
  '*.accessToken',
  '*.refreshToken',
  '*.token',
  '*.secret',
  'err.config',
  // What node-postgres attaches to errors may quote a row.
  'err.detail',
];

/** The process's logger: JSON lines with everything that could be a secret removed. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: undefined, redact: { paths: REDACTED, censor: '[redacted]' } };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * A URL as the log may know it: some addresses are secrets themselves, and all of ours have 43 characters of base64url,
 * which a client may have percent-encoded. No id is as long.
 */
export function withoutSecrets(url: string): string {
  return url.replace(/[\w%-]{40,}/g, '[redacted]');
}
