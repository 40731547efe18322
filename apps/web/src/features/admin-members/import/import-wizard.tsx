'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { ImportRequest, ImportResult } from '#lib/api/types.ts';
import { ChooseFile } from './choose-file.tsx';
import { ImportCheck } from './import-check.tsx';
import { ImportDone } from './import-done.tsx';
import { MapColumns } from './map-columns.tsx';
import type { ChosenFile } from './use-import.ts';

type Progress =
  | { step: 'file' }
  | { step: 'mapping'; file: ChosenFile; request?: ImportRequest }
  | { step: 'check'; file: ChosenFile; request: ImportRequest; result: ImportResult }
  | { step: 'result'; result: ImportResult };

const steps = ['file', 'mapping', 'check', 'result'] as const;

/** Members and tickets from another system: a file, what its columns are, what will happen, and then it happens. */
export function ImportWizard() {
  const t = useTranslations('adminMembers.importing');
  const [progress, setProgress] = useState<Progress>({ step: 'file' });
  const { step } = progress;
  const heading = useFocusOnStep(step);
  return (
    <div className="max-w-3xl">
      <h2 ref={heading} tabIndex={-1} className="pb-6 font-medium text-muted outline-none">
        {t('progress', { step: steps.indexOf(step) + 1, steps: steps.length, name: t(`steps.${step}`) })}
      </h2>
      {step === 'file' && <ChooseFile onRead={(file) => setProgress({ step: 'mapping', file })} />}
      {step === 'mapping' && (
        <MapColumns
          file={progress.file}
          {...(progress.request && { chosen: progress.request })}
          onOtherFile={() => setProgress({ step: 'file' })}
          onRehearsed={(request, result) => setProgress({ step: 'check', file: progress.file, request, result })}
        />
      )}
      {step === 'check' && (
        <ImportCheck
          request={progress.request}
          result={progress.result}
          onBack={() => setProgress({ step: 'mapping', file: progress.file, request: progress.request })}
          onOtherFile={() => setProgress({ step: 'file' })}
          onImported={(result) => setProgress({ step: 'result', result })}
        />
      )}
      {step === 'result' && (
        <ImportDone totals={progress.result.totals} onAnother={() => setProgress({ step: 'file' })} />
      )}
    </div>
  );
}

/** The next step takes the place of the one that had the focus. */
function useFocusOnStep(step: Progress['step']) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  return heading;
}
