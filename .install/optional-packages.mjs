/*
 * npm leaves out optional packages whose `engines` the installing Node does not meet. The compiled parts of the build
 * tools are such packages and want Node 22, so an older Node would leave the build without them. The Node that the
 * scripts run on is 24 and is installed by now: it fills them in.
 */
import { spawnSync } from 'node:child_process';

const WANTED_MAJOR = 22;
const installedBy = /node\/v(\d+)/.exec(process.env.npm_config_user_agent ?? '')?.[1];
const npm = process.env.npm_execpath;

if (npm && installedBy && Number(installedBy) < WANTED_MAJOR) {
  const { status } = spawnSync(process.execPath, [npm, 'install', '--no-save', '--ignore-scripts'], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error('The build tools could not be completed. Install Node 22 or later and run npm ci again.');
    process.exit(1);
  }
}
