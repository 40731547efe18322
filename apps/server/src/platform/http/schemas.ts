import { type TObject, type TSchema, Type } from 'typebox';

/** Schemas shared by the routes of all modules. */

export const Id = Type.String({ format: 'uuid' });
/** An instant in ISO 8601 with an offset, such as `2026-03-29T09:00:00+02:00`. */
export const Instant = Type.String({ format: 'date-time' });
/** An IANA time zone, such as `Europe/Ljubljana`. */
export const TimeZone = Type.String({ format: 'time-zone', examples: ['Europe/Ljubljana'] });
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const OneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...values] }));
export const IdParams = Type.Object({ id: Id });

/** RFC 9457 problem document. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    instance: Type.String(),
    code: Type.String(),
    requestId: Type.String(),
    errors: Type.Optional(
      Type.Array(Type.Object({ field: Type.String(), message: Type.String(), code: Type.Optional(Type.String()) })),
    ),
  },
  { $id: 'Problem', additionalProperties: true },
);

type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 502 | 503;

/**
 * The error responses of a route. 400, 429, 500 and 503 can come from any route and are always declared.
 *
 * The type is empty on purpose: handlers throw problems, so only the success bodies take part in type inference.
 */
export function problemResponses(...statuses: ProblemStatus[]): Record<never, never> {
  const response = {
    description: 'Problem',
    content: { 'application/problem+json': { schema: Type.Ref('Problem') } },
  };
  return Object.fromEntries([400, 429, 500, 503, ...statuses].map((status) => [status, response]));
}

/** Header of every POST that creates something. */
export const IdempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 255,
      description: 'One key per intent: a repetition with the same key gets the answer of the first time',
    }),
  ),
});

/** Query parameters of every list. */
export const PageQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
});

/** The answer of every list; `nextCursor` is null on the last page. */
export const Page = <T extends TSchema>(item: T): TObject =>
  Type.Object({ items: Type.Array(item), nextCursor: Nullable(Type.String()) });
