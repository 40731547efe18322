'use client';

import { CatalogueList } from './catalogue-list.tsx';
import { ClosedDays } from './closed-days.tsx';
import { PolicyForm } from './policy-form.tsx';
import type { SettingsTab } from './settings-tabs.ts';
import { StudioForm } from './studio-form.tsx';
import { Team } from './team.tsx';
import { WithSettings } from './with-settings.tsx';

/** The part of the settings that the address names. */
export function SettingsPanel({ tab }: { tab: SettingsTab }) {
  switch (tab) {
    case 'studio':
      return <WithSettings>{(settings, reload) => <StudioForm settings={settings} reload={reload} />}</WithSettings>;
    case 'policy':
      return <WithSettings>{(settings, reload) => <PolicyForm settings={settings} reload={reload} />}</WithSettings>;
    case 'closed-days':
      return <ClosedDays />;
    case 'team':
      return <Team />;
    default:
      return <CatalogueList key={tab} kind={tab} />;
  }
}
