import type { PracticeModel } from './practice-model.ts';
import { PracticeKeeper } from './PracticeKeeper.tsx';
import { ThresholdHistory } from './ThresholdHistory.tsx';

/** What was heard, over the days; and how to keep it. */
export function PracticeResults({ model }: { readonly model: InstanceType<typeof PracticeModel> }) {
  return (
    <div class="results">
      <ThresholdHistory records={model.records.value} catalogue={model.catalogue.value} />
      <PracticeKeeper
        store={model.store.value}
        records={model.records.value}
        onChange={(records) => {
          model.records.value = records;
          if (records.length === 0) model.playback.value = null;
        }}
      />
    </div>
  );
}
