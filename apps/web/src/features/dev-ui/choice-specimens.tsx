'use client';

import { useState } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { Specimen } from './specimen.tsx';

const scopes = [
  { value: 'this', label: 'This one only' },
  { value: 'following', label: 'This and all that follow', hint: '12 sessions, 31 people are told.' },
  { value: 'all', label: 'All of the series', hint: 'Some have started already.', disabled: true },
] as const;

const views = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month', disabled: true },
] as const;

export function ChoiceSpecimens() {
  const [scope, setScope] = useState<string>('following');
  const [view, setView] = useState<string>('week');
  return (
    <>
      <Specimen name="Checkbox">
        <div>
          <Checkbox label="Bookings" hint="Confirmed, moved up, canceled." defaultChecked />
          <Checkbox label="News" />
          <Checkbox label="Chosen for you" defaultChecked disabled />
        </div>
      </Specimen>
      <Specimen name="Switch">
        <div>
          <Switch
            label="Waiting lists"
            hint="Full sessions take names, and places that become free are given out."
            defaultChecked
          />
          <Switch label="Overlapping bookings" />
          <Switch label="Decided elsewhere" defaultChecked disabled />
        </div>
      </Specimen>
      <Specimen name="RadioGroup">
        <RadioGroup
          legend="What to change"
          choices={scopes}
          value={scope}
          onChange={({ target }) => setScope(target.value)}
        />
        <RadioGroup legend="How to refund" error="Choose one." choices={scopes.slice(0, 2)} />
      </Specimen>
      <Specimen name="Segmented">
        <Segmented legend="View" choices={views} value={view} onChange={({ target }) => setView(target.value)} />
      </Specimen>
    </>
  );
}
