import { isPortFree } from '../free-port.ts';
import { type PortName, portSettings, type Settings, UserError } from '../settings.ts';

/** The ports that a start with these settings listens on. */
export function neededPorts(settings: Settings): PortName[] {
  const unneeded = new Set<PortName>();
  if (settings.databaseUrl) unneeded.add('postgres');
  if (settings.stripeSecretKey) unneeded.add('stripe');
  if (settings.smtpUrl) for (const name of ['mail', 'smtp'] as const) unneeded.add(name);
  const names = Object.keys(portSettings) as PortName[];
  return names.filter((name) => !unneeded.has(name));
}

/** @throws UserError that names every port that is taken, and how to choose another */
export async function checkPorts(settings: Settings): Promise<void> {
  const needed = neededPorts(settings);
  const free = await Promise.all(needed.map((name) => isPortFree(settings.ports[name])));
  const taken = needed.filter((_, index) => !free[index]);
  if (taken.length > 0) throw new UserError(taken.map((name) => describe(name, settings)).join('\n'));
}

function describe(name: PortName, { ports }: Settings): string {
  const { env, title } = portSettings[name];
  const other = ports[name] + 1;
  const flag = name === 'web' ? `\`--port ${other}\` or ` : '';
  return `Port ${ports[name]} for ${title} is taken by another program. Choose another with ${flag}\`${env}=${other}\`.`;
}
