#!/usr/bin/env bash
# What `npm run test:engines` needs, from Debian: three browsers, a sound server with a null sink, a display.
set -euo pipefail
packages=(
  chromium
  firefox-esr
  webkit2gtk-driver                   # WebKitWebDriver and MiniBrowser
  xvfb                                # a display for MiniBrowser
  pulseaudio pulseaudio-utils         # the null sink, and parec, which records its monitor
  gstreamer1.0-pulseaudio             # WebKit's sound output
  gstreamer1.0-plugins-base           # WebKit's Ogg and Opus
  gstreamer1.0-plugins-good           # WebKit's FLAC
)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then exit 0; fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "test:engines needs these Debian packages: ${missing[*]}" >&2
  exit 1
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
