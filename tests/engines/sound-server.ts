import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Capture } from '../e2e/output-tap.ts';

const SINK = 'bypass';
const RATE = 48000;

/** A PulseAudio of our own with one null sink, 48 kHz float stereo. */
export interface SoundServer {
  /** For whoever shall play into the sink. */
  readonly environment: NodeJS.ProcessEnv;
  /** Record what the sink receives until the returned function is called. */
  record(): Promise<() => Promise<Capture>>;
  close(): Promise<void>;
}

export async function startSoundServer(): Promise<SoundServer> {
  const folder = await mkdtemp(join(tmpdir(), 'bypass-sound-'));
  const socket = join(folder, 'socket');
  const environment = {
    ...process.env,
    PULSE_SERVER: `unix:${socket}`,
    PULSE_RUNTIME_PATH: folder,
    PULSE_STATE_PATH: folder,
    XDG_RUNTIME_DIR: folder,
    PULSE_CONFIG: join(folder, 'daemon.conf'),
  };
  // Chromium goes by the server's default rate, not the sink's, and would resample.
  await writeFile(
    environment.PULSE_CONFIG,
    `default-sample-rate = ${RATE}\ndefault-sample-format = float32le\n`,
  );
  const daemon = spawn(
    'pulseaudio',
    [
      '-n',
      '--daemonize=no',
      '--exit-idle-time=-1',
      '--use-pid-file=no',
      '--disable-shm=yes',
      `--load=module-null-sink sink_name=${SINK} rate=${RATE} format=float32le channels=2`,
      `--load=module-native-protocol-unix socket=${socket} auth-anonymous=1`,
    ],
    { env: environment, stdio: 'ignore' },
  );
  await until(
    () => spawnSync('pactl', ['info'], { env: environment, stdio: 'ignore' }).status === 0,
    'PulseAudio did not start',
  );
  return {
    environment,
    record: () => record(environment, folder),
    async close() {
      await ended(daemon, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function record(environment: NodeJS.ProcessEnv, folder: string): Promise<() => Promise<Capture>> {
  const file = join(folder, `recording-${Date.now()}.f32`);
  const recorder = spawn(
    'sh',
    ['-c', `exec parec -d ${SINK}.monitor --raw --format=float32le --rate=${RATE} --channels=2 > '${file}'`],
    { env: environment, stdio: 'ignore' },
  );
  await until(() => firstBytes(file), 'the monitor of the sink gives nothing');
  return async () => {
    await ended(recorder, 'SIGINT');
    const bytes = await readFile(file);
    await rm(file);
    const frames = Math.floor(bytes.length / 8);
    const samples = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + frames * 8));
    return {
      left: Float32Array.from({ length: frames }, (_, i) => samples[2 * i]),
      right: Float32Array.from({ length: frames }, (_, i) => samples[2 * i + 1]),
    };
  };
}

async function firstBytes(file: string): Promise<boolean> {
  for await (const chunk of createReadStream(file, { end: 0 })) return (chunk as Buffer).length > 0;
  return false;
}

/** Ask every 100 ms, for 15 s. */
export async function until(condition: () => boolean | Promise<boolean>, complaint: string): Promise<void> {
  for (let i = 0; i < 150; i++) {
    if (await Promise.resolve(condition()).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(complaint);
}

/** Ask a process to end and wait until it has. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
