/** What pictures must know of a song's stems. */
export interface SongStems {
  /** By id, as the song's manifest has them: "Guitar, first take". */
  readonly stemNames: Readonly<Record<string, string>>;
  /** Ids of those recorded with two channels. */
  readonly stereoStemIds: readonly string[];
}

/** A name within a list, without a comma of its own: "Guitar (first take)". */
export function commaless(name: string): string {
  const [what, ...which] = name.split(', ');
  return which.length === 0 ? what : `${what} (${which.join(', ')})`;
}

export function stemName({ stemNames }: SongStems, id: string): string {
  return commaless(stemNames[id] ?? id);
}

/** A stem's name for a label of two short lines: "Guitar", "first take". */
export function stemLines({ stemNames }: SongStems, id: string): readonly string[] {
  return (stemNames[id] ?? id).split(', ');
}

/** "Kick", "Kick and Bass", "Kick, Bass and Vocal". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
