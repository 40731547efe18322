import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

describe('the environment', () => {
  it('has defaults for development', () => {
    expect(readEnvironment({})).toMatchObject({
      port: 4010,
      host: '127.0.0.1',
      webhookUrl: 'http://127.0.0.1:4000/api/v1/stripe/webhook',
      webhookSecret: 'whsec_openmat_development',
      dataDir: '.openmat',
    });
  });

  it('overrides each of them', () => {
    const options = readEnvironment({
      OPENMAT_STRIPE_PORT: '0',
      OPENMAT_STRIPE_HOST: '0.0.0.0',
      OPENMAT_STRIPE_PUBLIC_URL: 'http://pay.test',
      OPENMAT_STRIPE_WEBHOOK_URL: 'http://api.test/hook',
      STRIPE_WEBHOOK_SECRET: 'whsec_other',
      OPENMAT_DATA_DIR: '/tmp/openmat',
    });
    expect(options).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      publicUrl: 'http://pay.test',
      webhookUrl: 'http://api.test/hook',
      webhookSecret: 'whsec_other',
      dataDir: '/tmp/openmat',
    });
  });

  it.each(['', 'http', '-1', '65536', '40.5'])('refuses the port "%s"', (port) => {
    expect(() => readEnvironment({ OPENMAT_STRIPE_PORT: port })).toThrow('OPENMAT_STRIPE_PORT');
  });

  it('refuses production', () => {
    expect(() => readEnvironment({ NODE_ENV: 'production' })).toThrow('NODE_ENV=production');
  });
});
