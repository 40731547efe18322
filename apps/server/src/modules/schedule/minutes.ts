import { Type } from 'typebox';

/** A duration before a session's start; at most a year. */
export const Minutes = Type.Integer({ minimum: 0, maximum: 525_600 });
