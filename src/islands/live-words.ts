import type { LapAnalysis } from '../analysis/lap-analysis.ts';
import { changeInWords, type ToldSide } from '../demos/change-in-words.ts';
import { comparedVariant } from '../demos/compared-variant.ts';
import type { MeasuredDemo } from '../demos/demo.ts';
import type { DemoModel } from './demo-model.ts';
import { biasText } from './loudness-bias.ts';

/** What changed in the present state of a demo, and what unmatched levels do to a judgement of it. */
export function liveWords(demo: MeasuredDemo, model: InstanceType<typeof DemoModel>): string[] {
  const states = model.states.value;
  const id = model.variantId.value;
  const heard = states.get(id)!;
  // What was measured of an earlier state says nothing of this one.
  const lapOf = (which: string): LapAnalysis | undefined =>
    model.staleLaps.value.has(which) ? undefined : model.laps.value.get(which);
  const withLap = (which: string): ToldSide => ({ ...states.get(which)!, lap: lapOf(which) });
  const words = changeInWords(demo, withLap(comparedVariant(demo, id).id), withLap(id));
  if (model.levelMatch.value || heard.lufs === undefined) return words;
  const others = [...states].flatMap(([other, { lufs }]) => (other === id ? [] : (lufs ?? [])));
  return [biasText(heard.label, heard.lufs, others), ...words];
}
