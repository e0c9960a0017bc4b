/** How MiniSearch is usually made to search Chinese: runs of Han characters as bigrams, other words as they are. */
export function bigrams(text: string): string[] {
  return [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .matchAll(/\p{Script=Han}+|[\p{L}\p{N}.%]+?(?=\p{Script=Han}|[^\p{L}\p{N}.%]|$)/gu),
  ].flatMap(([run]) => {
    if (!/^\p{Script=Han}{2,}$/u.test(run)) return [run];
    const characters = [...run];
    return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
  });
}
