import { BackLink } from '#components/ui/back-link.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { TabPanels } from '#components/ui/tab-panels.tsx';
import { Specimen } from './specimen.tsx';

export function WaySpecimens() {
  return (
    <>
      <Specimen name="BackLink">
        <div>
          <BackLink href="/dev/ui">Members</BackLink>
        </div>
      </Specimen>
      <Specimen name="TabLinks">
        <TabLinks
          label="Ana Kovač"
          tabs={[
            { href: '/dev/ui', label: 'Tickets', isCurrent: true, count: 2 },
            { href: '/dev/ui?tab=bookings', label: 'Bookings', isCurrent: false, count: 31 },
            { href: '/dev/ui?tab=payments', label: 'Payments', isCurrent: false },
          ]}
        />
      </Specimen>
      <Specimen name="TabPanels">
        <TabPanels
          label="Registrations"
          tabs={[
            { id: 'chart', label: 'Chart', content: <p>A chart</p> },
            { id: 'table', label: 'Table', content: <p>The same as a table</p> },
          ]}
        />
      </Specimen>
    </>
  );
}
