import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Setting, settings } from '../../apps/server/src/config-settings.ts';
import { projectRoot } from './project.ts';
import { portSettings } from './settings.ts';

const page = readFileSync(join(projectRoot, 'docs/operations.md'), 'utf8');

test('docs/operations.md lists exactly the settings of the server', () => {
  const documented = [...page.matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|(?: `(.*?)`)? \|( required)? \| (\S.*) \|$/gm)].map(
    ([, env, defaultValue, required, description]) => ({ env, defaultValue, required: Boolean(required), description }),
  );
  expect(documented).toEqual(
    Object.values<Setting>(settings).map((setting) => ({
      env: setting.env,
      defaultValue: setting.default?.toString(),
      required: setting.default === undefined || Boolean(setting.refusedInProduction?.(setting.default)),
      description: setting.description,
    })),
  );
});

test.each(Object.values(portSettings))('docs/operations.md has the port of $title', ({ env, port }) => {
  expect(page).toContain(`| \`${env}\` | \`${port}\` |`);
});
