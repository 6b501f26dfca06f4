import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A whole run of a program. */
export interface ProcessRun {
  /** CPU time in user mode, in seconds, to 1 ms. */
  readonly userSeconds: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Mixed into what the program writes, so that it can be told from it. */
const MARK = 'user-cpu-seconds=';

/** Run a program to its end; the shell's `time` reads what the system counted for it. */
export function runProcess(command: string, args: readonly string[]): ProcessRun {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `TIMEFORMAT='${MARK}%U'; time "$@"`, 'bash', command, ...args],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const at = stderr.lastIndexOf(MARK);
  if (status !== 0 || at < 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
  return { userSeconds: Number(stderr.slice(at + MARK.length)), stdout, stderr: stderr.slice(0, at) };
}

/** Arguments that run a script of this folder in Node. */
export function nodeScript(name: string, ...args: string[]): string[] {
  const path = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  return ['--expose-gc', '--disable-warning=ExperimentalWarning', path, ...args];
}
