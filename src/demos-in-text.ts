/** The ids of the demos that stand in a lesson's text, in their order. */
export function demoIdsIn(text: string): string[] {
  return [...text.matchAll(/<Demo\s[^>]*\bid="([^"]+)"/g)].map((match) => match[1]!);
}
