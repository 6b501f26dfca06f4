/** "guitar-left" as a person reads it: "Guitar left". */
export function stemName(stem: string): string {
  const words = stem.replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}
