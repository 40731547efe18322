'use client';

import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { tabClass } from './tab-links.tsx';

interface TabPanelsProps {
  label: string;
  tabs: { id: string; label: string; content: ReactNode }[];
}

/** Views of the same thing that need no address of their own; where one would send a link to, use `TabLinks`. */
export function TabPanels({ label, tabs }: TabPanelsProps) {
  return (
    <Tabs.Root defaultValue={tabs[0]?.id}>
      <Tabs.List aria-label={label} className="flex gap-6 overflow-x-auto border-line border-b">
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.id} value={tab.id} className={tabClass}>
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.id} value={tab.id} className="pt-6">
          {tab.content}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
