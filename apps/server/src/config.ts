import type { Static } from 'typebox';
import Schema from 'typebox/value';
import { type Setting, settings } from './config-settings.ts';

type Settings = typeof settings;
type ValueOf<S> = S extends { schema: infer T; default: null }
  ? Static<T & Setting['schema']> | null
  : S extends { schema: infer T }
    ? Static<T & Setting['schema']>
    : never;

/** The validated settings of one process. */
export type Config = { readonly [K in keyof Settings]: ValueOf<Settings[K]> };

/** A setting that stops the start; the message is one line that says which, what is expected and where to set it. */
export class ConfigError extends Error {}

/**
 * Reads every setting from the environment.
 *
 * @throws ConfigError for the first setting that is missing, malformed, or not allowed in production
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const production = env.NODE_ENV === 'production';
  const entries = Object.entries(settings).map(([name, spec]) => [name, readSetting(spec, env[spec.env], production)]);
  return Object.fromEntries(entries) as Config;
}

function readSetting(spec: Setting, text: string | undefined, production: boolean): unknown {
  const value = text === undefined || text === '' ? spec.default : parse(spec, text);
  if (value === undefined) throw new ConfigError(`${spec.env} is missing: ${spec.description} ${WHERE}`);
  if (production && spec.refusedInProduction?.(value)) {
    throw new ConfigError(`${spec.env} must be set to a production value: ${spec.description} ${WHERE}`);
  }
  return value;
}

const WHERE = 'Set it in the environment or in .env.';

function parse(spec: Setting, text: string): unknown {
  const isNumber = 'type' in spec.schema && spec.schema.type === 'integer';
  const value = isNumber && /^\d+$/.test(text) ? Number(text) : text;
  if (Schema.Check(spec.schema, value)) return value;
  const shown = spec.secret ? '' : ` "${text}"`;
  throw new ConfigError(`${spec.env}${shown} is not valid: expected ${expectation(spec)}. ${WHERE}`);
}

function expectation(spec: Setting): string {
  const { enum: allowed, minimum, maximum, minLength, pattern } = spec.schema as Record<string, unknown>;
  if (Array.isArray(allowed)) return `one of ${allowed.join(', ')}`;
  if (minimum !== undefined) return `a whole number from ${minimum} to ${maximum}`;
  if (pattern !== undefined) return `text matching ${pattern}`;
  return minLength === undefined ? 'text' : `at least ${minLength} characters`;
}
