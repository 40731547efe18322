import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UserError } from './settings.ts';

/**
 * Asks for a password without showing it.
 *
 * @throws UserError when nobody can be asked
 */
export async function askPassword(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new UserError('There is no terminal to ask for a password.');
  process.stderr.write(question);
  // The terminal mode keeps the typed characters from being echoed; readline would echo them itself.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
