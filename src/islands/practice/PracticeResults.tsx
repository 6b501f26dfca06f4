import { today } from '../../progress/kept-progress.ts';
import type { PracticeModel } from './practice-model.ts';
import { PracticeKeeper } from './PracticeKeeper.tsx';
import { ThresholdHistory } from './ThresholdHistory.tsx';

/** What was heard, over the days; and how to keep it. */
export function PracticeResults({ model }: { readonly model: InstanceType<typeof PracticeModel> }) {
  const { exercises, sources } = model.catalogue.value;
  const records = model.records.value;
  return (
    <div class="practice-results">
      <ThresholdHistory records={records} exercises={exercises} sources={sources} />
      <PracticeKeeper
        records={records}
        trouble={model.keptTrouble.value}
        today={today()}
        onImport={model.takeRecords}
        onClear={model.forgetAll}
      />
    </div>
  );
}
