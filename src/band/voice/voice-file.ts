import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PACKAGE = 'festvox-us-slt-hts';

/** Path of the singing voice: HTS_VOICE if set, else the .htsvoice of Debian's festvox-us-slt-hts. */
export function findVoiceFile(): string {
  const path = process.env['HTS_VOICE'] ?? installedVoice();
  if (!path || !existsSync(path)) {
    throw new Error(
      `The singer's voice is missing: install the Debian package ${PACKAGE}, or set HTS_VOICE to a .htsvoice file`,
    );
  }
  return path;
}

function installedVoice(): string | undefined {
  try {
    const files = execFileSync('dpkg', ['-L', PACKAGE], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return files.split('\n').find((file) => file.endsWith('.htsvoice'));
  } catch {
    return undefined; // not Debian, or not installed
  }
}
