/**
 * Render a song's stems and encode them into public/stems.
 *
 *   npm run band                          render and encode
 *   npm run band -- --song ID             only that song; goes with either of the following
 *   npm run band -- --check               render, compare with the committed manifest, write nothing; exit code 1 if they differ
 *   npm run band -- --out DIR             write the stems as WAV files into a folder for each song, to measure
 *   npm run band -- --clean --out DIR     the same without their faults
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { creditsOf } from './credits.ts';
import { encodeFlac } from './files/flac.ts';
import { encodeOpus, OPUS_PAD_FRAMES } from './files/opus.ts';
import { padded, type Pcm } from './files/pcm.ts';
import { wavFile } from './files/wav.ts';
import { measureSum } from './level-report.ts';
import { differences, manifestOf } from './manifest.ts';
import { PROBE_DESCRIPTION, PROBE_PAD_FRAMES, probeClick } from './probe.ts';
import { recordSong, type RecordedStem } from './record.ts';
import type { Song } from './song.ts';
import type { SongManifest } from '../song-manifest.ts';
import { acoustic } from './songs/acoustic/song.ts';
import { electronic } from './songs/electronic/song.ts';
import { indiePop } from './songs/indie-pop/song.ts';

const SONGS: readonly Song[] = [indiePop, electronic, acoustic];
const STEMS_FOLDER = fileURLToPath(new URL('../../public/stems/', import.meta.url));

const { values: options } = parseArgs({
  options: {
    song: { type: 'string' },
    check: { type: 'boolean' },
    clean: { type: 'boolean' },
    out: { type: 'string' },
  },
});

if (options.clean && options.out === undefined)
  throw new Error('--clean needs --out DIR: public/stems holds the faulty stems');

const chosen = SONGS.filter(({ id }) => options.song === undefined || id === options.song);
if (chosen.length === 0)
  throw new Error(`There is no song "${options.song}": ${SONGS.map(({ id }) => id).join(', ')}`);

for (const song of chosen) {
  const stems = await recordSong(song, options.clean ?? false);
  if (options.out !== undefined) writeWavs(join(options.out, song.id), stems);
  else if (options.check) check(song, stems);
  else await publish(song, stems);
}
if (options.out === undefined && !options.check) await publishProbe();

function writeWavs(folder: string, stems: readonly RecordedStem[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { plan, pcm } of stems) writeFileSync(join(folder, `${plan.id}.wav`), wavFile(pcm));
}

function check(song: Song, stems: readonly RecordedStem[]): void {
  const manifest = JSON.parse(
    readFileSync(join(STEMS_FOLDER, song.id, 'manifest.json'), 'utf8'),
  ) as SongManifest;
  const found = differences(
    manifest,
    stems.map(({ plan, pcm }) => ({ id: plan.id, pcm })),
  );
  for (const line of found) console.error(line);
  console.log(`${song.id}: ${stems.length - found.length} of ${stems.length} stems as in the manifest`);
  if (found.length > 0) process.exitCode = 1;
}

async function publish(song: Song, stems: readonly RecordedStem[]): Promise<void> {
  const folder = join(STEMS_FOLDER, song.id);
  mkdirSync(folder, { recursive: true });
  const bytes = new Map<string, number>();
  for (const { plan, pcm } of stems) {
    for (const [name, file] of Object.entries(await encoded(plan.id, pcm, OPUS_PAD_FRAMES))) {
      bytes.set(name, file.length);
      writeFileSync(join(folder, name), file);
    }
  }
  const manifest = manifestOf(song, stems, bytes);
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(folder, 'CREDITS.md'), creditsOf(song));
  for (const stem of manifest.stems) {
    console.log(`${stem.id.padEnd(10)} ${stem.loudnessLufs} LUFS, ${stem.truePeakDbtp} dBTP`);
  }
  const sum = measureSum(stems.map(({ pcm }) => pcm));
  console.log(`${'all'.padEnd(10)} ${sum.loudnessLufs} LUFS, ${sum.truePeakDbtp} dBTP`);
}

async function publishProbe(): Promise<void> {
  for (const [name, file] of Object.entries(await encoded('probe', probeClick(), PROBE_PAD_FRAMES))) {
    writeFileSync(join(STEMS_FOLDER, name), file);
  }
  writeFileSync(join(STEMS_FOLDER, 'probe.json'), `${JSON.stringify(PROBE_DESCRIPTION, null, 2)}\n`);
}

/** Both encodings by file name. */
async function encoded(name: string, pcm: Pcm, opusPadFrames: number): Promise<Record<string, Buffer>> {
  return {
    [`${name}.flac`]: await encodeFlac(pcm),
    [`${name}.opus`]: encodeOpus(padded(pcm, opusPadFrames)),
  };
}
