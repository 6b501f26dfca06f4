import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Imports point one way: dsp ← audio, training, band ← islands ← pages and lessons (CONTRIBUTING, "Walls"). */
const wall = (folder, forbidden, message) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ group: forbidden, message }] }],
  },
});

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      // Taking a field off by naming it beside a rest.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  wall(
    'dsp',
    ['../*', 'node:*', 'tone', 'preact*', '@preact/*'],
    'src/dsp is pure: it imports nothing outside src/dsp. Browser code belongs in src/audio, files in src/band.',
  ),
  wall(
    'analysis',
    ['../*', '!../dsp', 'node:*', 'tone', 'preact*', '@preact/*'],
    'src/analysis listens to what src/dsp renders and imports nothing else: it runs in a worker and in Node.',
  ),
  wall(
    'pictures',
    ['../*', '!../dsp', '!../analysis', '!../demos', 'node:*', 'tone', 'preact*', '@preact/*'],
    'src/pictures is the geometry and the words of pictures, pure: drawing belongs in src/islands/pictures.',
  ),
  wall(
    'audio',
    [
      '**/band/**',
      '**/islands/**',
      '**/components/**',
      '**/pages/**',
      '**/training/**',
      'preact*',
      '@preact/*',
      'node:*',
    ],
    'src/audio is the browser side of src/dsp: it draws nothing (src/islands does) and renders no songs (src/band does).',
  ),
  wall(
    'band',
    ['**/audio/**', '**/islands/**', '**/components/**', '**/pages/**', 'tone', 'preact*'],
    'src/band runs in Node only and may import src/dsp, nothing of the page.',
  ),
  wall(
    'training',
    [
      '**/audio/**',
      '**/band/**',
      '**/islands/**',
      '**/components/**',
      '**/pages/**',
      'node:*',
      'tone',
      'preact*',
    ],
    'src/training is pure: questions, scores and statistics. Sound is asked for in src/islands.',
  ),
  wall(
    'progress',
    ['../*', '!../storage.ts', 'node:*', 'tone', 'preact*', '@preact/*'],
    'src/progress is what a learner has done, kept through src/storage.ts: what is drawn with Preact belongs in src/islands.',
  ),
  wall(
    'practice-store',
    ['../*', '!../training', 'node:*', 'tone', 'preact*', '@preact/*'],
    'src/practice-store keeps what src/training describes and imports nothing else of ours: drawing belongs in src/islands.',
  ),
  wall(
    'demos',
    ['**/audio/**', '**/islands/**', '**/components/**', '**/pages/**', 'tone', 'preact*'],
    'src/demos says what is compared and measures it: no sound device, no drawing.',
  ),
  wall(
    'islands',
    [
      '**/band/**',
      '**/pages/**',
      '**/layouts/**',
      '**/demos/{measure,song-audio,bounce-spec,catalog}*',
      'node:*',
      'tone',
    ],
    'An island draws and asks src/audio for sound; tone is imported in src/audio only, so that it loads on the first Play.',
  ),
  {
    files: ['src/band/**', 'src/cards/draw-cards.ts', 'tests/**', '**/*.mjs'],
    rules: { 'no-console': 'off' },
  },
);
