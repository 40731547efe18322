import { type ImportField, importFields } from './import-fields.ts';

/** What exports of other systems call their columns, in the languages of this one, as letters and digits only. */
const names: Record<ImportField, readonly string[]> = {
  email: ['email', 'mail', 'emailaddress', 'emailadresse', 'correo', 'correoelectronico', 'eposta', 'epostninaslov'],
  firstName: ['firstname', 'givenname', 'vorname', 'nombre', 'ime'],
  lastName: ['lastname', 'surname', 'familyname', 'nachname', 'familienname', 'apellido', 'apellidos', 'priimek'],
  name: [
    'name',
    'fullname',
    'member',
    'client',
    'customer',
    'mitglied',
    'kunde',
    'nombrecompleto',
    'imeinpriimek',
    'clan',
  ],
  locale: ['locale', 'language', 'sprache', 'idioma', 'jezik'],
  plan: ['plan', 'ticket', 'ticketplan', 'pass', 'membership', 'karte', 'bono', 'karta', 'paket'],
  entries: [
    'entries',
    'entriesleft',
    'credits',
    'remaining',
    'visitsleft',
    'eintritte',
    'sesiones',
    'obiski',
    'preostaliobiski',
  ],
  validFrom: ['validfrom', 'start', 'startdate', 'gultigab', 'validodesde', 'veljaod'],
  validUntil: [
    'validuntil',
    'validto',
    'expires',
    'expiry',
    'expirydate',
    'end',
    'enddate',
    'gultigbis',
    'validohasta',
    'veljado',
  ],
};

/** The mapping that the names of the columns suggest; each column is used once. */
export function guessMapping(columns: readonly string[]): Partial<Record<ImportField, string>> {
  const mapping: Partial<Record<ImportField, string>> = {};
  for (const field of importFields) {
    const column = columns.find((name) => names[field].includes(letters(name)));
    if (column !== undefined) mapping[field] = column;
  }
  // "Nombre" and "Ime" are the first name beside a last name, and otherwise all there is.
  if (mapping.firstName && !mapping.lastName) {
    mapping.name ??= mapping.firstName;
    delete mapping.firstName;
  }
  if (mapping.firstName && mapping.lastName) delete mapping.name;
  return mapping;
}

const letters = (name: string) =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
