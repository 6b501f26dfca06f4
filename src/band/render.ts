/**
 * Render songs' stems, then the sets that are made of them, and encode them into public/stems.
 *
 *   npm run band                          render and encode
 *   npm run band -- --song ID             only that song; goes with either of the following
 *   npm run band -- --set ID              only that set
 *   npm run band -- --check               render, compare with the committed manifest, write nothing; exit code 1 if they differ
 *   npm run band -- --out DIR             write the stems as WAV files into a folder for each song, to measure
 *   npm run band -- --clean --out DIR     the same without their faults
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { creditsOf } from './credits.ts';
import { wavFile } from './files/wav.ts';
import { differences, manifestOf } from './manifest.ts';
import { PROBE_DESCRIPTION, PROBE_PAD_FRAMES, probeClick } from './probe.ts';
import { encoded, publishStems, STEMS_FOLDER, type ShippedStem } from './publish.ts';
import { recordSong } from './record.ts';
import type { StemSet } from '../song-manifest.ts';
import { album } from './sets/album.ts';
import { codec } from './sets/codec.ts';
import { setCreditsOf, setManifestOf } from './sets/set-manifest.ts';
import type { SetPlan } from './sets/set-plan.ts';
import type { Song } from './song.ts';
import { acoustic } from './songs/acoustic/song.ts';
import { electronic } from './songs/electronic/song.ts';
import { indiePop } from './songs/indie-pop/song.ts';

const SONGS: readonly Song[] = [indiePop, electronic, acoustic];
const SETS: readonly SetPlan[] = [album, codec];

const { values: options } = parseArgs({
  options: {
    song: { type: 'string' },
    set: { type: 'string' },
    check: { type: 'boolean' },
    clean: { type: 'boolean' },
    out: { type: 'string' },
  },
});

if (options.clean && options.out === undefined)
  throw new Error('--clean needs --out DIR: public/stems holds the faulty stems');

const songs = options.set === undefined ? chosen('song', SONGS, options.song) : [];
// Sets come of the committed stems, which have no clean version.
const sets = options.song === undefined && !options.clean ? chosen('set', SETS, options.set) : [];

for (const song of songs) {
  const recorded = await recordSong(song, options.clean ?? false);
  const stems = recorded.map(({ plan, pcm }) => ({ id: plan.id, pcm }));
  await deliver(song.id, stems, () =>
    publishStems(song.id, stems, (bytes) => manifestOf(song, recorded, bytes), creditsOf(song)),
  );
}
for (const plan of sets) {
  const rendered = await plan.render();
  await deliver(plan.id, rendered.stems, () =>
    publishStems(
      plan.id,
      rendered.stems,
      (bytes) => setManifestOf(plan, rendered, bytes),
      setCreditsOf(plan),
      plan.opusKbps,
    ),
  );
}
if (options.out === undefined && !options.check && songs.length > 0) await publishProbe();

/** The one that is asked for, or all. */
function chosen<Planned extends { readonly id: string }>(
  kind: string,
  all: readonly Planned[],
  id: string | undefined,
): readonly Planned[] {
  const found = all.filter((entry) => id === undefined || entry.id === id);
  if (found.length === 0)
    throw new Error(`There is no ${kind} "${id}": ${all.map((entry) => entry.id).join(', ')}`);
  return found;
}

async function deliver(
  folder: string,
  stems: readonly ShippedStem[],
  publish: () => Promise<void>,
): Promise<void> {
  if (options.out !== undefined) writeWavs(join(options.out, folder), stems);
  else if (options.check) check(folder, stems);
  else await publish();
}

function writeWavs(folder: string, stems: readonly ShippedStem[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { id, pcm } of stems) writeFileSync(join(folder, `${id}.wav`), wavFile(pcm));
}

function check(folder: string, stems: readonly ShippedStem[]): void {
  const manifest = JSON.parse(readFileSync(join(STEMS_FOLDER, folder, 'manifest.json'), 'utf8')) as StemSet;
  const found = differences(manifest, stems);
  for (const line of found) console.error(line);
  console.log(`${folder}: ${stems.length - found.length} of ${stems.length} stems as in the manifest`);
  if (found.length > 0) process.exitCode = 1;
}

async function publishProbe(): Promise<void> {
  for (const [name, file] of Object.entries(await encoded('probe', probeClick(), PROBE_PAD_FRAMES))) {
    writeFileSync(join(STEMS_FOLDER, name), file);
  }
  writeFileSync(join(STEMS_FOLDER, 'probe.json'), `${JSON.stringify(PROBE_DESCRIPTION, null, 2)}\n`);
}
