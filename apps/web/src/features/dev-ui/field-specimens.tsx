import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyField } from '#components/ui/copy-field.tsx';
import { SelectField, TextArea, TextField } from '#components/ui/field.tsx';
import { FileField } from '#components/ui/file-field.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { Specimen } from './specimen.tsx';

const choices = (
  <>
    <option>Vinyasa Flow</option>
    <option>Strong Mobility for People who Sit</option>
  </>
);

export function FieldSpecimens() {
  return (
    <>
      <Specimen name="TextField">
        <Grid>
          <TextField label="Name" autoComplete="off" />
          <TextField label="Phone" optional hint="For the day a class is called off." />
          <TextField label="E-mail" type="email" defaultValue="ana@" error="This is not an e-mail address." />
          <TextField label="Calendar address" defaultValue="https://studio.test/feed" readOnly />
          <TextField label="Slug" defaultValue="vinyasa-flow" disabled />
          <TextField
            label="Search"
            type="search"
            placeholder="Name or e-mail"
            prefix={<Search aria-hidden="true" size={18} />}
          />
          <TextField label="Price" inputMode="decimal" defaultValue="14.50" suffix="EUR" />
          <TextField label="Cutoff" type="number" defaultValue={120} suffix="minutes" className="[--suffix:5.5rem]" />
          <TextField
            label="Capacity"
            type="number"
            min={1}
            defaultValue={0}
            error="At least 1."
            hint="Without the instructor."
          />
          <TextField label="Date" type="date" defaultValue="2026-11-24" />
          <TextField label="Starts" type="time" defaultValue="18:15" />
        </Grid>
      </Specimen>
      <Specimen name="PasswordField">
        <Grid>
          <PasswordField label="Password" autoComplete="off" defaultValue="let-me-in" hint="At least 12 characters." />
          <PasswordField label="New password" autoComplete="off" defaultValue="mat" error="Too short." />
        </Grid>
      </Specimen>
      <Specimen name="SelectField">
        <Grid>
          <SelectField label="Class">{choices}</SelectField>
          <SelectField label="Location" error="Choose one.">
            <option>Choose</option>
          </SelectField>
          <SelectField label="Instructor" disabled>
            {choices}
          </SelectField>
        </Grid>
      </Specimen>
      <Specimen name="TextArea">
        <Grid>
          <TextArea label="Reason" optional hint="The members read it." />
          <TextArea label="Note" defaultValue="Knee, no jumps." error="Too long by 12 characters." />
        </Grid>
      </Specimen>
      <Specimen name="CopyField">
        <CopyField
          label="Secret"
          hint="It is not shown again."
          value="whsec_c3R1ZGlv"
          className="font-mono"
          copy="Copy"
          copied="Copied"
        />
      </Specimen>
      <Specimen name="FileField">
        <Grid>
          <FileField label="Members" accept=".csv" hint="A CSV file of up to 5 MB." />
          <FileField label="Members" error="This is not a CSV file." />
        </Grid>
      </Specimen>
    </>
  );
}

function Grid({ children }: { children: ReactNode }) {
  return <div className="grid gap-5 sm:grid-cols-2">{children}</div>;
}
