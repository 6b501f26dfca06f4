#!/usr/bin/env bash
# What `npm run bench` needs: from Debian the browsers of test:engines, and ffmpeg as a peer; from npm Starlight, the peer
# of the build, in a folder of its own so that the site's lock file stays free of it.
set -euo pipefail
bash "$(dirname "$0")/../engines/set-up.sh"
starlight="$(dirname "$0")/../../.cache/starlight"
mkdir -p "$starlight"
cp -r "$(dirname "$0")/starlight/." "$starlight"
(cd "$starlight" && npm install --no-package-lock --no-audit --no-fund --silent)
if command -v ffmpeg >/dev/null; then exit 0; fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "bench needs this Debian package: ffmpeg" >&2
  exit 1
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ffmpeg
