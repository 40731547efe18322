import type messages from '../../messages/en.json';
import type { formats } from '../lib/format/formats.ts';
import type { routing } from './routing.ts';

declare module 'next-intl' {
  interface AppConfig {
    Locale: (typeof routing.locales)[number];
    Messages: typeof messages;
    Formats: typeof formats;
  }
}
