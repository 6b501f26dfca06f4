/*
 * npm leaves out optional packages whose `engines` the installing Node does not meet. The compiled parts of the build
 * tools are such packages, so Node 18 would leave the build without them. The Node that the scripts run on is 24 and
 * is installed by now: it fills them in.
 */
import { spawnSync } from 'node:child_process';

/** Rolldown, which bundles the site, loads its compiled part on import. */
const complete = await import('rolldown').then(
  () => true,
  () => false,
);

if (!complete) {
  const npm = process.env.npm_execpath;
  const filled =
    npm &&
    spawnSync(process.execPath, [npm, 'install', '--no-save', '--ignore-scripts'], { stdio: 'inherit' });
  if (!filled || filled.status !== 0) {
    console.error('The build tools could not be completed. Install Node 22 or later and run npm ci again.');
    process.exit(1);
  }
}
