import type { DeliveryFact, FactSource } from './delivery-fact.ts';

const CHECKED = '2026-11-27';

const SPOTIFY: FactSource = {
  name: 'Spotify for Artists, “Loudness normalization”',
  where: 'https://support.spotify.com/us/artists/article/loudness-normalization',
};
const APU = (page: string): FactSource => ({ name: 'APU Software', where: `https://apu.software/${page}` });
const ANDRES: FactSource = {
  name: 'andres.audio',
  where: 'https://andres.audio/tools/loudness-targets',
};
const YOUTUBE_MUSIC: FactSource = {
  name: 'Ian Shepherd, Production Advice',
  where: 'https://productionadvice.co.uk/youtube-music/',
};
const TIDAL: FactSource = {
  name: 'MeterPlugs, 2016',
  where: 'https://meterplugs.com/blog/2016/10/07/tidal-adds-loudness-normalization.html',
};
const AES: readonly FactSource[] = [
  { name: 'Versed', where: 'https://versed.com.au/aes-loudness-for-internet-audio' },
  {
    name: 'Radio World',
    where: 'https://www.radioworld.com/tech-and-gear/tech-tips/streaming-audio-loudness-guidelines-explained',
  },
];
const EBU: FactSource = { name: 'EBU R 128', where: 'https://tech.ebu.ch/publications/r128' };
const NETFLIX: FactSource = {
  name: 'Production Expert, quoting the specification',
  where:
    'https://www.production-expert.com/home-page/2018/8/23/has-netflix-turned-the-clock-back-10-years-or-is-their-new-loudness-delivery-spec-a-stroke-of-genius',
};
const CUTTING: FactSource = {
  name: '16 kilohertz, cutting studio',
  where: 'https://www.16kilohertz.com/post/how-to-prepare-a-suitable-cutting-master',
};
const SAGE: FactSource = {
  name: 'Sage Audio',
  where: 'https://www.sageaudio.com/articles/mastering-for-vinyl-everything-you-need-to-know',
};
const X_DISC: FactSource = { name: 'X-Disc', where: 'https://x-disc.pl/en/vinyl/mastering-for-vinyl' };
const MCOM: FactSource = {
  name: 'M Com’ Musique',
  where: 'https://www.mcommusique.com/en/vinyl-mastering',
};

const fact = (entry: Omit<DeliveryFact, 'checkedOn'>): DeliveryFact => ({ ...entry, checkedOn: CHECKED });

/**
 * What services, broadcasters and records do with a master. A playback level is what a service turns songs to, not an
 * order to master to it. Services change without notice, so each line has its date, and a test fails when it is old.
 */
export const DELIVERY_FACTS: readonly DeliveryFact[] = [
  fact({
    id: 'spotify-level',
    kind: 'streaming',
    place: 'Spotify',
    what: 'Playback level',
    value: '−14 LUFS; “Loud” −11, “Quiet” −19',
    note: 'Down, and up as far as 1 dB of peak room stays; only “Loud” goes on with a limiter. Albums keep their own balance. Web player and many speakers do nothing.',
    footing: 'from its owner',
    sources: [SPOTIFY],
  }),
  fact({
    id: 'spotify-peak',
    kind: 'streaming',
    place: 'Spotify',
    what: 'True peak asked for',
    value: '−1 dBTP; −2 dBTP for masters louder than −14 LUFS',
    footing: 'from its owner',
    sources: [SPOTIFY],
  }),
  fact({
    id: 'apple-level',
    kind: 'streaming',
    place: 'Apple Music',
    what: 'Playback level',
    value: 'about −16 LUFS',
    note: 'Sources differ on whether its Sound Check is on from the start.',
    footing: 'sources disagree',
    sources: [
      APU('apple-music-loudness-target'),
      ANDRES,
      {
        name: 'Mastering The Mix',
        where: 'https://www.masteringthemix.com/blogs/learn/producing-music-for-apple-music',
      },
    ],
  }),
  fact({
    id: 'youtube-level',
    kind: 'streaming',
    place: 'YouTube, video',
    what: 'Playback level',
    value: '−14 LUFS',
    note: 'Turns down only.',
    footing: 'sources agree',
    sources: [
      YOUTUBE_MUSIC,
      { name: 'Phil Skinner, test', where: 'https://phillipskinner.com/how-to-upload-audio-to-youtube' },
    ],
  }),
  fact({
    id: 'youtube-music-level',
    kind: 'streaming',
    place: 'YouTube Music',
    what: 'Playback level',
    value: '−7 LUFS',
    note: 'Turns down only. Read off the player itself; most tables print −14.',
    footing: 'sources disagree',
    sources: [YOUTUBE_MUSIC, ANDRES],
  }),
  fact({
    id: 'tidal-level',
    kind: 'streaming',
    place: 'Tidal',
    what: 'Playback level',
    value: '−14 LUFS',
    note: 'Turned down only, as of 2016.',
    footing: 'sources agree',
    sources: [TIDAL, ANDRES, APU('tidal-normalization-target')],
  }),
  fact({
    id: 'amazon-level',
    kind: 'streaming',
    place: 'Amazon Music',
    what: 'Playback level and true peak',
    value: '−14 LUFS, −2 dBTP',
    footing: 'one source only',
    sources: [APU('amazon-music-loudness')],
  }),
  fact({
    id: 'deezer-level',
    kind: 'streaming',
    place: 'Deezer',
    what: 'Playback level and true peak',
    value: '−15 LUFS, −1 dBTP',
    footing: 'sources agree',
    sources: [ANDRES, APU('deezer-loudness-target')],
  }),
  fact({
    id: 'aes-level',
    kind: 'recommendation',
    place: 'AES TD1008 (2021), for services',
    what: 'Playback level of music',
    value: '−16 LUFS by track; by album, its loudest song −14 LUFS',
    note: 'Speech −18 LUFS.',
    footing: 'sources agree',
    sources: AES,
  }),
  fact({
    id: 'ebu-level',
    kind: 'broadcast',
    place: 'EBU R 128, European radio and television',
    what: 'Programme loudness',
    value: '−23 LUFS, ±1 LU in production, ±0.2 LU when checked',
    footing: 'from its owner',
    sources: [EBU],
  }),
  fact({
    id: 'ebu-peak',
    kind: 'broadcast',
    place: 'EBU R 128, European radio and television',
    what: 'True peak in production',
    value: '−1 dBTP',
    footing: 'one source only',
    sources: [{ name: 'Jünger Audio', where: 'http://junger-audio.com/en/glossar/ebu-r128' }],
  }),
  fact({
    id: 'atsc-level',
    kind: 'broadcast',
    place: 'ATSC A/85, television in the USA',
    what: 'Programme loudness',
    value: '−24 LKFS, unless another level is agreed',
    note: 'LKFS is another name for LUFS.',
    footing: 'sources agree',
    sources: [
      APU('atsc-a85-us-tv-loudness'),
      { name: 'TV Technology', where: 'https://tvtechnology.com/opinions/getting-calmer-bit-by-bit' },
    ],
  }),
  fact({
    id: 'atsc-peak',
    kind: 'broadcast',
    place: 'ATSC A/85, television in the USA',
    what: 'True peak',
    value: '−2 dBTP',
    footing: 'one source only',
    sources: [APU('atsc-a85-us-tv-loudness')],
  }),
  fact({
    id: 'netflix-level',
    kind: 'film',
    place: 'Netflix',
    what: 'Loudness and true peak',
    value: '−27 LKFS ±2 measured on the dialogue, −2 dBTP',
    footing: 'sources agree',
    sources: [
      NETFLIX,
      {
        name: 'Produce New Media',
        where: 'https://producenewmedia.com/ghost-netflix-loudness-meter-preset-in-adobe-audition',
      },
    ],
  }),
  fact({
    id: 'fm-band',
    kind: 'broadcast',
    place: 'FM radio',
    what: 'Highest pitch sent',
    value: '15 kHz',
    note: 'Highs are boosted before sending and cut in the radio (50 µs; 75 µs in North America), so hot S sounds make the station turn down.',
    footing: 'sources agree',
    sources: [
      { name: 'Freepedia, “FM stereo”', where: 'http://en.freepedia.org/FM_stereo.html' },
      {
        name: 'G8MNY, “FM Stereo Radio Principles”',
        where: 'http://digitaldistortionbbs.com/?page=001-forum.ssjs&sub=fsxnet_fsx_pkt&thread=1019',
      },
    ],
  }),
  fact({
    id: 'vinyl-bass',
    kind: 'vinyl',
    place: 'Vinyl',
    what: 'Bass in the middle',
    value: 'below 100 to 300 Hz, by cutting studio',
    footing: 'sources disagree',
    sources: [SAGE, CUTTING, X_DISC],
  }),
  fact({
    id: 'vinyl-highs',
    kind: 'vinyl',
    place: 'Vinyl',
    what: 'Highs',
    value: 'nothing useful above 15 to 16 kHz; S sounds tamed in the mix',
    footing: 'sources agree',
    sources: [CUTTING, X_DISC, SAGE],
  }),
  fact({
    id: 'vinyl-turn',
    kind: 'vinyl',
    place: 'Vinyl, 33⅓ rpm',
    what: 'One turn of the groove',
    value: '93 cm outside, 38 cm inside',
    note: 'The same second of music has less room towards the end of a side, so strong songs go first.',
    footing: 'one source only',
    sources: [MCOM],
  }),
  fact({
    id: 'vinyl-inside',
    kind: 'vinyl',
    place: 'Vinyl',
    what: 'Highs at the end of a side',
    value: '−3 dB at 15 kHz',
    footing: 'one source only',
    sources: [CUTTING],
  }),
  fact({
    id: 'vinyl-level',
    kind: 'vinyl',
    place: 'Vinyl',
    what: 'Loudest master advised',
    value: '−12 LUFS',
    note: 'How loud the record becomes is decided when it is cut: the longer a side, the quieter.',
    footing: 'one source only',
    sources: [SAGE],
  }),
  fact({
    id: 'vinyl-limiting',
    kind: 'vinyl',
    place: 'Vinyl',
    what: 'Limiting and clipping',
    value: 'no clipping, little limiting',
    footing: 'sources agree',
    sources: [CUTTING, SAGE, X_DISC],
  }),
];

/** One fact, for the text of a lesson; an unknown one throws with those there are. */
export function deliveryFact(id: string): DeliveryFact {
  const found = DELIVERY_FACTS.find((entry) => entry.id === id);
  if (!found)
    throw new Error(`no fact "${id}"; there are ${DELIVERY_FACTS.map((entry) => entry.id).join(', ')}`);
  return found;
}
