import { Avatar } from '#components/ui/avatar.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { CapacityRing } from '#components/ui/capacity-ring.tsx';
import { Definition, DefinitionList } from '#components/ui/definition-list.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { Row, Specimen } from './specimen.tsx';

export function FactSpecimens() {
  return (
    <>
      <Specimen name="Badge">
        <Row>
          <Badge>Skipped</Badge>
          <Badge tone="good">Paid</Badge>
          <Badge tone="wait">2nd in line</Badge>
          <Badge tone="trouble">Disputed</Badge>
        </Row>
      </Specimen>
      <Specimen name="CapacityRing">
        <Row>
          {[0, 3, 9, 12].map((taken) => (
            <span key={taken} className="inline-flex items-center gap-2 text-sm">
              <CapacityRing taken={taken} capacity={12} />
              {taken} of 12
            </span>
          ))}
          <CapacityRing taken={9} capacity={12} className="size-10" />
        </Row>
      </Specimen>
      <Specimen name="ProgressBar">
        <ProgressBar label="Importing members" value={132} max={400} text="132 of 400" />
        <ProgressBar label="Reading the file" />
      </Specimen>
      <Specimen name="Avatar">
        <Row>
          <Avatar name="Ana Marija Kovač" size="small" />
          <Avatar name="Žiga" />
          <Avatar name="Jean-Luc Martin" size="large" />
        </Row>
      </Specimen>
      <Specimen name="DefinitionList">
        <DefinitionList>
          <Definition term="Ticket">Ten classes</Definition>
          <Definition term="Valid until">24 Feb 2027</Definition>
          <Definition term="Reference">pi_3SVx9k2eZvKYlo2C0aQWnJ8Lb7Hf4Tt6mXr5pUeYcDgAi1o</Definition>
        </DefinitionList>
      </Specimen>
    </>
  );
}
