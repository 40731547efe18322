import { expect, test } from 'vitest';
import { guessMapping } from './guess-mapping.ts';

test.each([
  [['Name', 'E-mail', 'Plan'], { name: 'Name', email: 'E-mail', plan: 'Plan' }],
  [
    ['First name', 'Last name', 'Email address', 'Credits', 'Expires'],
    {
      firstName: 'First name',
      lastName: 'Last name',
      email: 'Email address',
      entries: 'Credits',
      validUntil: 'Expires',
    },
  ],
  [
    ['Vorname', 'Nachname', 'E-Mail-Adresse', 'Karte', 'Gültig bis'],
    { firstName: 'Vorname', lastName: 'Nachname', email: 'E-Mail-Adresse', plan: 'Karte', validUntil: 'Gültig bis' },
  ],
  [
    ['Ime', 'Priimek', 'E-pošta', 'Preostali obiski', 'Velja do'],
    { firstName: 'Ime', lastName: 'Priimek', email: 'E-pošta', entries: 'Preostali obiski', validUntil: 'Velja do' },
  ],
  [['Nombre', 'Correo electrónico'], { name: 'Nombre', email: 'Correo electrónico' }],
  [['Telephone', 'Notes'], {}],
])('%j suggests %j', (columns, mapping) => {
  expect(guessMapping(columns)).toEqual(mapping);
});
