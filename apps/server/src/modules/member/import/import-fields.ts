import { type Static, Type } from 'typebox';

/** What a column of an imported file can hold. */
export const importFields = [
  'name',
  'firstName',
  'lastName',
  'email',
  'locale',
  'plan',
  'entries',
  'validFrom',
  'validUntil',
] as const;
export type ImportField = (typeof importFields)[number];

const Column = (description: string) => Type.Optional(Type.String({ maxLength: 200, description }));

/** Which column of the file holds what, by its name in the first line. */
export const Mapping = Type.Object(
  {
    email: Type.String({ maxLength: 200, description: 'Who it is: an address with an account is that account' }),
    name: Column('The whole name; or the two parts of it below'),
    firstName: Column('Together with `lastName`, instead of `name`'),
    lastName: Column('See `firstName`'),
    locale: Column('A language of the studio; its own when empty'),
    plan: Column(
      'The name of a ticket plan, archived or not: a ticket on its terms, unless the columns below say otherwise',
    ),
    entries: Column('Entries left, or `unlimited`'),
    validFrom: Column('A day of the studio; now when empty'),
    validUntil: Column('The last day that the ticket is valid'),
  } satisfies Record<ImportField, unknown>,
  { additionalProperties: false },
);
export type Mapping = Static<typeof Mapping>;

/** How days are written that do not begin with the year. */
export const dayOrders = ['dmy', 'mdy'] as const;
export type DayOrder = (typeof dayOrders)[number];
