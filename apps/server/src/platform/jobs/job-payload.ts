import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { JobDefinition } from './define-job.ts';

/** A payload that is not what its job says: no repetition will make it fit. */
export class InvalidPayload extends Error {
  override readonly name = 'InvalidPayload';
}

const validators = new WeakMap<TSchema, Validator>();

/**
 * Checks a payload against the schema of its job. More fields than the schema names are fine: a newer release may have
 * written them.
 *
 * @throws InvalidPayload naming the field
 */
export function checkPayload({ name, payload: schema }: JobDefinition, payload: unknown): void {
  const validator = validators.get(schema) ?? Compile(schema);
  validators.set(schema, validator);
  if (validator.Check(payload)) return;
  const [error] = validator.Errors(payload);
  throw new InvalidPayload(`${name}: payload${error?.instancePath ?? ''} ${error?.message ?? 'does not fit'}`);
}
