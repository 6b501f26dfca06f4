/** Static, delta and delta-delta windows over frames t − 1, t, t + 1. */
const WINDOWS = [
  [0, 1, 0],
  [-0.5, 0, 0.5],
  [1, -2, 1],
] as const;

/** Means and precisions (1/variance) of each window's feature, frame by frame: [window][frame]. */
export interface Features {
  means: Float64Array[];
  precisions: Float64Array[];
}

/** A symmetric matrix with two side diagonals: row t holds A[t][t], A[t][t+1], A[t][t+2]. */
interface Pentadiagonal {
  main: Float64Array;
  first: Float64Array;
  second: Float64Array;
}

/**
 * The trajectory c that is most likely given static and dynamic features: solves (WᵀU⁻¹W) c = WᵀU⁻¹μ
 * (Tokuda et al. 2000, "Speech parameter generation algorithms for HMM-based speech synthesis", eq. 17).
 * Dynamic features are ignored at the first and last frame, where their window would reach outside.
 */
export function mostLikelyTrajectory({ means, precisions }: Features): Float64Array {
  const frames = means[0].length;
  const matrix = {
    main: new Float64Array(frames),
    first: new Float64Array(frames),
    second: new Float64Array(frames),
  };
  const diagonals = [matrix.main, matrix.first, matrix.second];
  const right = new Float64Array(frames);
  WINDOWS.forEach((window, w) => {
    const edge = w === 0 ? 0 : 1;
    for (let t = edge; t < frames - edge; t++) {
      const precision = precisions[w][t];
      const weighted = precision * means[w][t];
      for (let a = -edge; a <= edge; a++) {
        right[t + a] = right[t + a] + window[a + 1] * weighted;
        for (let b = a; b <= edge; b++) {
          const diagonal = diagonals[b - a];
          diagonal[t + a] = diagonal[t + a] + window[a + 1] * window[b + 1] * precision;
        }
      }
    }
  });
  return solve(matrix, right);
}

/** Solve a positive definite pentadiagonal system by LDLᵀ; overwrites its arguments. */
function solve({ main, first, second }: Pentadiagonal, right: Float64Array): Float64Array {
  const size = main.length;
  for (let t = 0; t < size; t++) {
    const one = first[t] / main[t];
    const two = second[t] / main[t];
    if (t + 1 < size) {
      main[t + 1] = main[t + 1] - one * first[t];
      first[t + 1] = first[t + 1] - one * second[t];
      right[t + 1] = right[t + 1] - one * right[t];
    }
    if (t + 2 < size) {
      main[t + 2] = main[t + 2] - two * second[t];
      right[t + 2] = right[t + 2] - two * right[t];
    }
    first[t] = one;
    second[t] = two;
  }
  const solution = new Float64Array(size);
  for (let t = size - 1; t >= 0; t--) {
    const one = t + 1 < size ? first[t] * solution[t + 1] : 0;
    const two = t + 2 < size ? second[t] * solution[t + 2] : 0;
    solution[t] = right[t] / main[t] - one - two;
  }
  return solution;
}
