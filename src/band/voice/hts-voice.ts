import { readFileSync } from 'node:fs';
import { parseForest, type Forest } from './decision-tree.ts';

/** One kind of parameter: its trees, and the distributions at their leaves as [state][leaf] → numbers. */
export interface Stream extends Forest {
  /** Means of static, delta and delta-delta features, then their variances (and for voicing, a weight). */
  distributions: Float32Array[][];
  dimensions: number;
}

/** A statistical voice in the file format of hts_engine API 1.0x (.htsvoice). */
export interface HtsVoice {
  sampleRateHz: number;
  framePeriodSeconds: number;
  stateCount: number;
  /** Frequency warping of the mel-cepstrum, all-pass constant. */
  alpha: number;
  durations: Stream;
  melCepstrum: Stream;
  logF0: Stream;
  /** Variance over a whole utterance, per cepstral dimension: natural speech moves more than its averages do. */
  globalVariance: Float32Array;
}

interface StreamLayout {
  distributionKey: string;
  treeKey: string;
  dimensions: number;
  /** 3 with deltas and delta-deltas, else 1. */
  windows: number;
  /** Multi-space: each leaf ends with the probability of being voiced. */
  multiSpace?: boolean;
}

export function readVoice(path: string): HtsVoice {
  const file = readFileSync(path);
  const dataStart = file.indexOf('[DATA]\n') + '[DATA]\n'.length;
  const header = file.toString('latin1', 0, dataStart);

  const field = (key: string): string => {
    const line = header.split('\n').find((candidate) => candidate.startsWith(`${key}:`));
    if (line === undefined) throw new Error(`${path} has no field ${key}`);
    return line.slice(key.length + 1).trim();
  };
  const section = (key: string): Buffer => {
    const [first, last] = field(key).split(',')[0].split('-').map(Number) as [number, number];
    return file.subarray(dataStart + first, dataStart + last + 1);
  };
  const stream = (layout: StreamLayout): Stream => {
    const forest = parseForest(section(layout.treeKey).toString('latin1'));
    const numbers = layout.dimensions * layout.windows * 2 + (layout.multiSpace ? 1 : 0);
    const distributions = parseDistributions(section(layout.distributionKey), forest.trees.length, numbers);
    return { ...forest, distributions, dimensions: layout.dimensions };
  };

  const stateCount = Number(field('NUM_STATES'));
  const order = Number(field('VECTOR_LENGTH[MCP]'));
  const sampleRateHz = Number(field('SAMPLING_FREQUENCY'));
  const variances = stream({
    distributionKey: 'GV_PDF[MCP]',
    treeKey: 'GV_TREE[MCP]',
    dimensions: order,
    windows: 1,
  });
  return {
    sampleRateHz,
    framePeriodSeconds: Number(field('FRAME_PERIOD')) / sampleRateHz,
    stateCount,
    alpha: Number(/ALPHA=([\d.]+)/.exec(field('OPTION[MCP]'))![1]),
    durations: stream({
      distributionKey: 'DURATION_PDF',
      treeKey: 'DURATION_TREE',
      dimensions: stateCount,
      windows: 1,
    }),
    melCepstrum: stream({
      distributionKey: 'STREAM_PDF[MCP]',
      treeKey: 'STREAM_TREE[MCP]',
      dimensions: order,
      windows: 3,
    }),
    logF0: stream({
      distributionKey: 'STREAM_PDF[LF0]',
      treeKey: 'STREAM_TREE[LF0]',
      dimensions: 1,
      windows: 3,
      multiSpace: true,
    }),
    globalVariance: variances.distributions[0][0].slice(0, order),
  };
}

/** A count for each tree, then the leaves' numbers tree by tree, all little-endian. */
function parseDistributions(bytes: Buffer, treeCount: number, numbersPerLeaf: number): Float32Array[][] {
  let offset = 4 * treeCount;
  const distributions = Array.from({ length: treeCount }, (_, tree) =>
    Array.from({ length: bytes.readUInt32LE(4 * tree) }, () => {
      const leaf = Float32Array.from({ length: numbersPerLeaf }, (__, k) =>
        bytes.readFloatLE(offset + 4 * k),
      );
      offset += 4 * numbersPerLeaf;
      return leaf;
    }),
  );
  if (offset !== bytes.length)
    throw new Error(`The voice's distributions end at ${offset}, not ${bytes.length}`);
  return distributions;
}
