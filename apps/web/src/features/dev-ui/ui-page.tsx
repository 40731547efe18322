import { PageTitle } from '#components/ui/page-title.tsx';
import { ButtonSpecimens } from './button-specimens.tsx';
import { ChoiceSpecimens } from './choice-specimens.tsx';
import { FactSpecimens } from './fact-specimens.tsx';
import { FieldSpecimens } from './field-specimens.tsx';
import { ListSpecimens } from './list-specimens.tsx';
import { OverlaySpecimens } from './overlay-specimens.tsx';
import { StateSpecimens } from './state-specimens.tsx';
import { TableSpecimens } from './table-specimens.tsx';
import { WaySpecimens } from './way-specimens.tsx';

/** Every component in every state, by day and by night. What opens in front of the page follows the device. For developers only. */
export function UiPage() {
  return (
    <div className="pt-8 lg:ml-[calc(50%-50vw)] lg:w-screen lg:px-6">
      <PageTitle>Components</PageTitle>
      <div className="-mx-4 grid grid-cols-[minmax(0,1fr)] lg:mx-0 lg:grid-cols-[repeat(2,minmax(0,1fr))]">
        {(['light', 'dark'] as const).map((theme) => (
          <div key={theme} data-theme={theme} className="grid content-start gap-12 bg-paper px-4 py-8 text-ink md:px-8">
            <ButtonSpecimens />
            <FieldSpecimens />
            <ChoiceSpecimens />
            <FactSpecimens />
            <StateSpecimens />
            <WaySpecimens />
            <OverlaySpecimens />
            <TableSpecimens />
            <ListSpecimens />
          </div>
        ))}
      </div>
    </div>
  );
}
