import type { Song } from './song.ts';

const DRUM_SAMPLES = '- Drum samples: Sonic Pi sample set (freesound.org contributors), CC0 1.0.';

/** Whose work is in a song's stems, as the licences ask for. */
export function creditsOf(song: Song): string {
  return `# Credits for “${song.title}”

Stems composed and rendered by this project, licensed under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/).

**The singer is synthetic.** Nobody sang these words.

${song.usesDrumSamples ? `${DRUM_SAMPLES}\n` : ''}- Singing voice derived from the CMU ARCTIC SLT HTS voice, © 2003 Carnegie Mellon University, © 2001–2010 Nagoya Institute of
  Technology and Tokyo Institute of Technology; modified (re-synthesised as singing). Their names do not endorse this song.

The recording's faults are deliberate; manifest.json lists them.
`;
}
