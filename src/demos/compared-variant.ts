/** Which version the chosen one is seen against: the first, or the second where the first is chosen. */
export function comparedVariant<Variant extends { readonly id: string }>(
  { variants: [first, second] }: { readonly variants: readonly Variant[] },
  chosenId: string,
): Variant {
  return first.id === chosenId ? second : first;
}
