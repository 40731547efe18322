import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePort } from '../free-port.ts';
import { readSettings, type Settings } from '../settings.ts';
import { checkPorts, neededPorts } from './check-ports.ts';

const settings = readSettings({});

test('what is brought along needs no port', () => {
  expect(neededPorts(settings)).toContain('postgres');
  expect(neededPorts({ ...settings, databaseUrl: 'postgres://elsewhere/openmat' })).not.toContain('postgres');
  expect(neededPorts({ ...settings, stripeSecretKey: 'sk_test_1' })).not.toContain('stripe');
  const withMailServer = neededPorts({ ...settings, smtpUrl: 'smtp://mail.example.org' });
  expect(withMailServer).toEqual(['web', 'api', 'stripe', 'postgres']);
});

test('names every port that is taken and how to choose another', async () => {
  const numbers = await Promise.all(Array.from({ length: 6 }, findFreePort));
  const [web = 0, api = 0, stripe = 0, postgres = 0, mail = 0, smtp = 0] = numbers;
  const chosen: Settings = { ...settings, ports: { web, api, stripe, postgres, mail, smtp } };
  await expect(checkPorts(chosen)).resolves.toBeUndefined();

  const servers = [web, api, smtp].map((port) => createServer().listen(port));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const checking = checkPorts(chosen);
  await expect(checking).rejects.toThrow(`Port ${web} for the web app is taken by another program.`);
  await expect(checking).rejects.toThrow(`\`--port ${web + 1}\` or \`OPENMAT_WEB_PORT=${web + 1}\``);
  await expect(checking).rejects.toThrow(`\`OPENMAT_API_PORT=${api + 1}\``);
  await expect(checking).rejects.toThrow(`Port ${smtp} for SMTP of the mail inbox is taken`);
  for (const server of servers) server.close();
});
