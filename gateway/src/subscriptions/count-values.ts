/** The same generator; calls back for each value that it yields. */
export function counted<T>(
  source: AsyncGenerator<T, void, void>,
  onValue: () => void,
): AsyncGenerator<T, void, void> {
  const wrapped: AsyncGenerator<T, void, void> = {
    next: async () => {
      const step = await source.next();
      if (!step.done) onValue();
      return step;
    },
    return: (value) => source.return(value as undefined),
    throw: (error) => source.throw(error),
    [Symbol.asyncIterator]: () => wrapped,
    [Symbol.asyncDispose]: async () => {
      await wrapped.return();
    },
  };
  return wrapped;
}
