import { measureClaims } from './measures/measure-claims.ts';

await measureClaims(3);
