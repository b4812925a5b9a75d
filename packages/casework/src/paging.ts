/** How many are asked for at once. */
const PAGE = 200;

/** All items of a paged list, from behind a key on. */
export const eachPage = async function* <T extends { readonly key: number }>(
  list: (page: { readonly after: number; readonly limit: number }) => Promise<readonly T[]>,
  { after: from = 0, limit = PAGE }: { readonly after?: number; readonly limit?: number } = {},
): AsyncGenerator<T> {
  for (let after = from; ; ) {
    const items = await list({ after, limit });
    yield* items;
    if (items.length < limit) return;
    after = items.at(-1)!.key;
  }
};
