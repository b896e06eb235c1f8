/**
 * A generator that waits for something cannot be returned before that comes: `return()` queues behind it. So `close`
 * first ends the wait, then the generator.
 */
export function closableGenerator<T>(
  source: AsyncGenerator<T, void, void>,
  close: () => void,
): AsyncGenerator<T, void, void> {
  const wrapped: AsyncGenerator<T, void, void> = {
    next: async () => {
      const step = await source.next();
      if (step.done) close();
      return step;
    },
    return: (value) => {
      close();
      return source.return(value as undefined);
    },
    throw: (error) => {
      close();
      return source.throw(error);
    },
    [Symbol.asyncIterator]: () => wrapped,
    [Symbol.asyncDispose]: async () => {
      await wrapped.return();
    },
  };
  return wrapped;
}
