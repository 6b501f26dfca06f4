/** Something that sounds at a known time in a take. */
export interface Mark {
  kind: 'note' | 'line' | 'phone' | 'squeak';
  /** A phone's name or a line's words; empty for notes and squeaks. */
  name: string;
  startSeconds: number;
  endSeconds: number;
}

/** One recorded stem before anything went wrong with it: loops of ±1, and what sounds when. */
export interface Take {
  channels: Float32Array[];
  marks: Mark[];
}
