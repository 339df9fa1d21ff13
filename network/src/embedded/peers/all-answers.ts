/** All of them, once every one has ended; the first failure is thrown. */
export async function allAnswers<T>(asked: readonly Promise<T>[]): Promise<T[]> {
  const ended = await Promise.allSettled(asked);
  return ended.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
}
