import { DEVICE_TYPES, type DeviceType } from '../dsp/device-types.ts';
import type { ExcerptDraft } from './excerpt-draft.ts';
import { findLines, findSource } from './find-lines.ts';
import { highlightedFile } from './highlight.ts';
import type { CodeLine, Excerpt, InsideDevice, InsideId } from './inside-device.ts';
import { INSIDES } from './insides.ts';
import { kernelSource } from './kernel-source.ts';

/** Names of what is no device of its own. */
const OTHER_LABELS: Readonly<Record<Exclude<InsideId, DeviceType>, string>> = {
  channel: 'Fader and pan',
  levelMatch: 'Level match',
};

/** Everything that can be looked into. */
export const INSIDE_IDS = Object.keys(INSIDES) as InsideId[];

/** The name of a device, as a person reads it. */
export function insideLabel(id: InsideId): string {
  return isDevice(id) ? DEVICE_TYPES[id].label : OTHER_LABELS[id];
}

/** A device with its excerpts, out of the files that play. */
export async function openDevice(id: InsideId): Promise<InsideDevice> {
  const { idea, excerpts } = INSIDES[id];
  const parameters = isDevice(id) ? DEVICE_TYPES[id].parameters : {};
  for (const name of excerpts.flatMap(({ settings = [] }) => settings))
    if (!(name in parameters))
      throw new Error(
        `src/inside, ${id}: no setting "${name}"; there are ${Object.keys(parameters).join(', ')}`,
      );
  return {
    label: insideLabel(id),
    idea,
    excerpts: await Promise.all(excerpts.map(openExcerpt)),
    parameters,
  };
}

/** Works that the device's kernels are made after, as their comments cite them. */
export function sourcesOf(id: InsideId): string[] {
  return INSIDES[id].sources.map((source) => findSource(kernelSource(source.file), source));
}

async function openExcerpt(draft: ExcerptDraft): Promise<Excerpt> {
  const { file, says, settings = [], reduces = false } = draft;
  const { first, end } = findLines(kernelSource(file), draft);
  const lines = (await highlightedFile(file)).slice(first, end);
  return {
    says,
    file: `src/${file}`,
    firstLine: first + 1,
    lines: outdented(lines),
    settings,
    reduces,
  };
}

/** Lines without the white space that all of them begin with. */
function outdented(lines: readonly CodeLine[]): CodeLine[] {
  const depth = Math.min(...lines.filter((line) => line.length > 0).map(depthOf));
  return lines.map((line) => line.map(([kind, text], i) => [kind, i === 0 ? text.slice(depth) : text]));
}

/** Spaces at a line's start: the highlighter keeps them in the first piece, alone or before plain text. */
function depthOf(line: CodeLine): number {
  return (line[0]?.[1] ?? '').search(/\S|$/);
}

function isDevice(id: InsideId): id is DeviceType {
  return id in DEVICE_TYPES;
}
