/** An answer of the gateway, or pages of them; what a page made of an answer may not say it. */
interface Dated {
  readonly asOfBlock?: unknown;
  readonly pages?: readonly unknown[];
}

const blocksOf = (data: unknown): readonly (number | undefined)[] => {
  if (typeof data !== 'object' || data === null) return [undefined];
  const { asOfBlock, pages } = data as Dated;
  if (Array.isArray(pages)) return pages.flatMap(blocksOf);
  return [typeof asOfBlock === 'number' ? asOfBlock : undefined];
};

/** Whether what was read is older than a block. @returns undefined when it does not say as of when it is */
export const isOlder = (data: unknown, block: number): boolean | undefined => {
  const blocks = blocksOf(data);
  if (blocks.some((each) => each !== undefined && each < block)) return true;
  return blocks.includes(undefined) ? undefined : false;
};
