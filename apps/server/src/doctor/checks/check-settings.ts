import { type Config, ConfigError, readConfig } from '../../config.ts';
import { type Setting, settings } from '../../config-settings.ts';
import type { Finding } from '../finding.ts';

type Environment = Record<string, string | undefined>;

const subject = 'Settings';

/** The settings, and what they are worth; no settings when one of them stops the start. */
export function checkSettings(env: Environment): { config: Config | null; finding: Finding } {
  try {
    const config = readConfig(env);
    return { config, finding: judge(config) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { config: null, finding: { subject, level: 'error', message: error.message } };
  }
}

function judge(config: Config): Finding {
  if (config.accessTokenSecret === config.refreshTokenSecret) {
    const message = `${settings.accessTokenSecret.env} and ${settings.refreshTokenSecret.env} must be different`;
    return { subject, level: 'error', message };
  }
  if (config.environment === 'production') return { subject, level: 'ok', message: 'fit for production' };
  const unfit = (Object.keys(settings) as (keyof Config)[])
    .filter((name) => (settings[name] as Setting).refusedInProduction?.(config[name]))
    .map((name) => settings[name].env);
  if (unfit.length === 0) return { subject, level: 'ok', message: `${config.environment}, fit for production` };
  return { subject, level: 'ok', message: `${config.environment}; production would need ${unfit.join(', ')}` };
}
