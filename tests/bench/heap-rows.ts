import { figureRow, type BenchRow } from './bench-row.ts';
import { nodeScript, runProcess } from './process-cpu.ts';
import { workletHeap } from './worklet-heap.ts';

const MINUTES = 10;
/** What a JIT compiler and its feedback may still grow by; one number leaked a block would be 3.6 MB. */
const NOISE_BYTES = 100_000;
/** A number boxed every sample would be 35 MB. */
const STEADY_BYTES = 2_000_000;

interface HeapFigures {
  readonly growthBytes: number;
  readonly steadyGarbagePerMinute: number;
  readonly switchingGarbagePerMinute: number;
}

/** Whether playing leaves anything behind: in Chromium's audio thread, and in Node with the code that runs there. */
export async function heapRows(): Promise<BenchRow[]> {
  const { stdout } = runProcess(process.execPath, nodeScript('mix-heap', String(MINUTES)));
  const inNode = JSON.parse(stdout) as HeapFigures;
  const inChromium = await workletHeap(MINUTES);
  const growth = [inChromium.growthBytes, inNode.growthBytes];
  const steady = [inChromium.garbagePerMinute, inNode.steadyGarbagePerMinute];
  return [
    figureRow({
      what: `Heap growth over ${MINUTES} minutes of the home page’s demo: Chromium’s audio thread; Node, switched every 5 s`,
      ours: growth.map(kilobytes).join('; '),
      reach: 'none (≤ 100 kB)',
      reached: Math.max(...growth) <= NOISE_BYTES,
    }),
    figureRow({
      what: '… garbage a minute, reports to the page included: Chromium; Node; Node, switched every 5 s',
      ours: [...steady, inNode.switchingGarbagePerMinute].map(kilobytes).join('; '),
      reach: 'none (≤ 2 MB while steady)',
      reached: Math.max(...steady) <= STEADY_BYTES,
    }),
  ];
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
