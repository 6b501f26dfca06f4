/** Classes of the CMU phone set, as far as singing them differs. "pau" is silence. */
export const VOWELS = new Set('aa ae ah ao aw ax axr ay eh er ey ih iy ow oy uh uw'.split(' '));
export const DIPHTHONGS = new Set(['ay', 'ey', 'ow', 'oy', 'aw']);
export const SONORANTS = new Set(['l', 'r', 'm', 'n', 'ng', 'w', 'y']);
export const UNVOICED = new Set(['s', 'sh', 'f', 'th', 'p', 't', 'k', 'ch', 'hh', 'pau']);
export const VOICED_FRICATIVES = new Set(['z', 'v', 'dh', 'zh']);
export const VOICED_STOPS = new Set(['b', 'd', 'g', 'jh']);
export const SIBILANTS = new Set(['s', 'z', 'sh', 'ch', 'jh']);
