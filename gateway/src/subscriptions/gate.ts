/** Lets that many in at a time; the others wait in line. A burst to ten thousand sockets is read by and by. */
export type Gate = <T>(act: () => Promise<T>) => Promise<T>;

export function createGate(places: number): Gate {
  let free = places;
  const line: (() => void)[] = [];
  return async (act) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await act();
    } finally {
      const next = line.shift();
      if (next) next();
      else free += 1;
    }
  };
}
