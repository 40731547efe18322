import { type Static, Type } from 'typebox';
import Schema from 'typebox/value';
import { Id, Instant, Nullable } from '#platform/http/schemas.ts';

/** What is kept of the moment that a message tells about; which of it depends on the kind. */
const MessageData = Type.Object({
  tokenId: Type.Optional(Id),
  ticketId: Type.Optional(Id),
  paymentId: Type.Optional(Id),
  /** The session's revision that a change made. */
  revision: Type.Optional(Type.Integer()),
  /** The start that a reminder is about, and how long before it. */
  startsAt: Type.Optional(Instant),
  minutesBefore: Type.Optional(Type.Integer()),
  /** What a ticket had left, and until when it was valid. */
  entriesLeft: Type.Optional(Type.Integer()),
  validUntil: Type.Optional(Instant),
  /** The device that signed in, and when. */
  userAgent: Type.Optional(Nullable(Type.String())),
  address: Type.Optional(Nullable(Type.String())),
  at: Type.Optional(Instant),
});
export type MessageData = Static<typeof MessageData>;

/** The data of a message's row. */
export function messageDataOf(row: { data: unknown }): MessageData {
  return Schema.Parse(MessageData, row.data);
}
