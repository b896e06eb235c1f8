import type { BillFiguresQuery } from "@campus-graph/clients/generated/operations";
import { useRef, useState } from "react";

/**
 * Whether the figures have changed since the list beneath them was read. The list is not changed under the eyes of
 * whoever reads it: they ask for it.
 */
export function useNews(figures: BillFiguresQuery | undefined, filter: string) {
  const known = useRef<{ filter: string; text: string | undefined }>({ filter, text: undefined });
  const [, drawAnew] = useState(0);
  const text = figures && JSON.stringify(figures);
  const latest = useRef(text);
  if (known.current.filter !== filter) known.current = { filter, text: undefined };
  // What comes first for a filter is what its list was read beside; figures of the filter before are none of it.
  if (known.current.text === undefined && text !== latest.current) known.current.text = text;
  latest.current = text;
  return {
    isThere: known.current.text !== undefined && text !== undefined && known.current.text !== text,
    read() {
      known.current.text = text;
      drawAnew((before) => before + 1);
    },
  };
}
