import type { RawSearch } from '#lib/navigation/search.ts';

/** The parts of the settings, as they stand in the address. */
export const settingsTabs = ['studio', 'policy', 'closed-days', 'classes', 'locations', 'instructors', 'team'] as const;

export type SettingsTab = (typeof settingsTabs)[number];

export function readSettingsTab({ tab }: RawSearch): SettingsTab {
  return settingsTabs.find((known) => known === tab) ?? 'studio';
}

export function settingsHref(tab: SettingsTab): string {
  return tab === 'studio' ? '/admin/settings' : `/admin/settings?tab=${tab}`;
}
