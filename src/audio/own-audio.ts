import { SAMPLE_RATE } from './sample-rate.ts';

/** What became of a file: its samples, or why it was not taken, as a whole sentence. */
export type OwnFile =
  | {
      readonly ok: true;
      readonly name: string;
      readonly channels: readonly Float32Array[];
      readonly note: string;
    }
  | { readonly ok: false; readonly reason: string };

export const MOST_OWN_STEMS = 12;
/** Of samples while they are decoded and kept; phones end a page that holds more. */
const MOST_BYTES = 300e6;
const MOST_BYTES_SMALL_DEVICE = 120e6;
/** Decoded to 32-bit floats, with a copy while it is cut. */
const BYTES_A_SECOND = SAMPLE_RATE * 2 * 4 * 2;
/** Where nobody says how long a file is, its size has to do: 320 kbit/s is as dense as music is sent. */
const FEWEST_BYTES_A_SECOND = 10_000;
const METADATA_TIMEOUT_MS = 5000;
const SILENT = 1e-4;

/** Memory that so many seconds take while they are decoded, in bytes. */
export function predictedBytes(seconds: number): number {
  return seconds * BYTES_A_SECOND;
}

/** The longest that still fits beside what is there, in whole seconds. @param heldSeconds of what was taken before */
export function longestSeconds(heldSeconds: number, smallDevice: boolean): number {
  const most = smallDevice ? MOST_BYTES_SMALL_DEVICE : MOST_BYTES;
  return Math.max(0, Math.floor((most - predictedBytes(heldSeconds)) / BYTES_A_SECOND));
}

/** Decode a file on this device, at 48 kHz. Nothing of it is sent. @param heldSeconds of what was taken before */
export async function decodeOwnFile(file: File, heldSeconds: number): Promise<OwnFile> {
  const name = file.name;
  if (file.size === 0) return refused(`“${name}” is empty. Choose it again once it has been saved.`);
  const seconds = (await durationOf(file)) ?? file.size / FEWEST_BYTES_A_SECOND;
  const most = longestSeconds(heldSeconds, isSmallDevice());
  if (seconds > most)
    return refused(
      `“${name}” would take ${Math.round(predictedBytes(seconds) / 1e6)} MB of memory, more than this page may use. Cut out ${most > 10 ? `${minutes(most)} or less` : 'a shorter part, or remove another file,'} and choose it again.`,
    );
  let buffer: AudioBuffer;
  try {
    const decoder = new OfflineAudioContext(2, 1, SAMPLE_RATE);
    buffer = await decoder.decodeAudioData(await file.arrayBuffer());
  } catch {
    return refused(
      `“${name}” could not be read as sound by this browser. WAV, MP3, FLAC and M4A work almost everywhere.`,
    );
  }
  const kept = Math.min(2, buffer.numberOfChannels);
  const channels = Array.from({ length: kept }, (_, c) => buffer.getChannelData(c));
  if (!channels.some((channel) => channel.some((sample) => Math.abs(sample) > SILENT)))
    return refused(`“${name}” is silent. Choose a file with sound in it.`);
  const note =
    buffer.numberOfChannels > 2
      ? `“${name}” has ${buffer.numberOfChannels} channels; the first two are used.`
      : '';
  return { ok: true, name, channels, note };
}

/** Seconds, from a media element; null where it cannot tell. */
async function durationOf(file: File): Promise<number | null> {
  const url = URL.createObjectURL(file);
  const element = new Audio();
  element.preload = 'metadata';
  try {
    return await new Promise<number | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), METADATA_TIMEOUT_MS);
      const settle = (seconds: number | null): void => {
        clearTimeout(timer);
        resolve(seconds !== null && Number.isFinite(seconds) && seconds > 0 ? seconds : null);
      };
      element.onloadedmetadata = () => settle(element.duration);
      element.onerror = () => settle(null);
      element.src = url;
    });
  } finally {
    element.onerror = null;
    element.removeAttribute('src');
    URL.revokeObjectURL(url);
  }
}

/** Two gigabytes of memory or less, where the browser says so; else a phone's screen. */
function isSmallDevice(): boolean {
  const { deviceMemory } = navigator as Navigator & { readonly deviceMemory?: number };
  return deviceMemory === undefined ? matchMedia('(max-width: 600px)').matches : deviceMemory <= 2;
}

function minutes(seconds: number): string {
  return seconds < 120 ? `${seconds} seconds` : `${Math.floor(seconds / 60)} minutes`;
}

function refused(reason: string): OwnFile {
  return { ok: false, reason };
}
