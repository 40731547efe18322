import { ProblemError } from '@openmat/api-client';
import { Button } from '#components/ui/button.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Outcome } from '#components/ui/outcome.tsx';
import { RetryPage } from '#components/ui/retry-page.tsx';
import { ListSkeleton, Skeleton } from '#components/ui/skeleton.tsx';
import { Specimen } from './specimen.tsx';

const changedMeanwhile = new ProblemError({
  type: 'urn:openmat:problem:version_conflict',
  title: 'Somebody else has changed this meanwhile',
  status: 409,
  detail: '',
  instance: '',
  code: 'version_conflict',
  requestId: '',
});

export function StateSpecimens() {
  return (
    <>
      <Specimen name="Notice">
        <Notice>Plain: the studio is closed on 1 January.</Notice>
        <Notice tone="good">Good: your place is booked.</Notice>
        <Notice tone="wait">Wait: you are 2nd in line.</Notice>
        <Notice tone="trouble">Trouble: the card was declined.</Notice>
      </Specimen>
      <Specimen name="FormProblem">
        <FormProblem error={new Error('unknown')} />
      </Specimen>
      <Specimen name="EditProblem">
        <EditProblem error={changedMeanwhile} reload={() => Promise.resolve()} onLoaded={() => {}} />
      </Specimen>
      <Specimen name="Outcome">
        <Outcome tone="good" text="The ticket is yours.">
          <Button>To the schedule</Button>
        </Outcome>
      </Specimen>
      <Specimen name="EmptyState">
        <EmptyState title="No bookings yet">
          <Button variant="secondary">To the schedule</Button>
        </EmptyState>
      </Specimen>
      <Specimen name="ErrorState">
        <RetryPage />
      </Specimen>
      <Specimen name="Skeleton, ListSkeleton">
        <Skeleton className="h-6 w-1/2" />
        <ListSkeleton label="Loading" rows={2} />
      </Specimen>
    </>
  );
}
