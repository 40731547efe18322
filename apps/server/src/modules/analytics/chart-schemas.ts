import { Type } from 'typebox';
import { Id, Nullable } from '#platform/http/schemas.ts';

export const Count = Type.Integer({ minimum: 0 });
export const Share = Nullable(Type.Number({ description: 'From 0 to 1, to four places; null of nothing' }));
export const Weekday = Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday, at the location' });
export const Hour = Type.Integer({
  minimum: 0,
  maximum: 23,
  description: 'In which the session begins, at the location',
});
export const ClassRef = Type.Object({ id: Id, name: Type.String() });
export const Minor = Type.Integer({ description: 'Minor units of the currency' });
