import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findVoiceFile } from '../../src/band/voice/voice-file.ts';

/** The tests that let the band sing need its voice: look for it, else install Debian's package when we may. */
function voiceIsThere(): boolean {
  try {
    findVoiceFile();
    return true;
  } catch {
    return false;
  }
}

if (!voiceIsThere() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  console.log('Installing the singing voice (Debian: festvox-us-slt-hts) …');
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'festvox-us-slt-hts'], {
    stdio: 'inherit',
  });
}
if (!voiceIsThere()) {
  console.error(
    'Some tests let the band sing and found no voice. Install it (Debian: apt-get install festvox-us-slt-hts), ' +
      'or point HTS_VOICE at a .htsvoice file, and run npm test again.',
  );
  process.exit(1);
}
