const PAGE = Buffer.from('OggS');

/**
 * Frames at 48 kHz that an Ogg Opus file decodes to: the last page's granule position less the pre-skip
 * (RFC 7845, sections 4 and 5.1).
 */
export function opusFrames(file: Buffer): number {
  const head = file.indexOf('OpusHead');
  const preSkip = file.readUInt16LE(head + 10);
  const lastPage = file.lastIndexOf(PAGE);
  return Number(file.readBigInt64LE(lastPage + 6)) - preSkip;
}
