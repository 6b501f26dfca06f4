import { changeInWords, type ToldSide } from '../demos/change-in-words.ts';
import { toldAgainst, type MeasuredDemo } from '../demos/demo.ts';
import type { DemoModel } from './demo-model.ts';
import { biasText } from './loudness-bias.ts';

/** What changed in the present state of a demo, and what unmatched levels do to a judgement of it. */
export function liveWords(demo: MeasuredDemo, model: InstanceType<typeof DemoModel>): string[] {
  const lufsOf = (id: string): number | undefined => model.match.lufsOf(model.keyOf(id));
  const side = (id: string): ToldSide => ({
    label: demo.variants.find((entry) => entry.id === id)!.label,
    spec: model.specOf(id),
    lufs: lufsOf(id),
  });
  const id = model.variantId.value;
  const heard = side(id);
  const words = changeInWords(demo, side(toldAgainst(demo, id)), heard);
  if (model.levelMatch.value || heard.lufs === undefined) return words;
  const others = demo.variants.flatMap((other) => (other.id === id ? [] : (lufsOf(other.id) ?? [])));
  return [biasText(heard.label, heard.lufs, others), ...words];
}
