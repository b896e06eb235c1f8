import { type ReactNode, useEffect, useRef, useState } from "react";

export interface Column<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** How the column looks, by a class of the app's sheet. */
  className?: string;
}

/** Rows beyond those in sight that are drawn, so that scrolling shows no gap. */
const spareRows = 12;
/** The height of every row and of the head, as the sheet says it in rem. */
const rowRem = 2.75;

/**
 * A table of any length of which only the rows in sight are drawn. It is a table to a screen reader too, which is told
 * how long it is and where each row stands. A row that is not there yet shows as an empty one, and is asked for.
 */
export function VirtualTable<Row>({
  label,
  columns,
  rows,
  count = rows.length,
  keyOf,
  onNear,
  className = "",
}: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** How many there are in all; more than are here yet, maybe. */
  count?: number;
  keyOf: (row: Row) => string;
  /** The rows up to this place are about to be seen. */
  onNear?: (place: number) => void;
  className?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [[from, to], setRange] = useState<readonly [number, number]>([0, 30]);
  useEffect(() => {
    const element = box.current!;
    const look = () => {
      const rowPx = rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const first = Math.max(0, Math.floor(element.scrollTop / rowPx) - spareRows);
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowPx) + spareRows;
      // In steps, so that not every pixel of scrolling draws anew.
      const step = spareRows / 2;
      setRange(([before, after]) => {
        const next = [Math.floor(first / step) * step, Math.ceil(last / step) * step] as const;
        return next[0] === before && next[1] === after ? [before, after] : next;
      });
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      observer.disconnect();
    };
  }, []);
  useEffect(() => onNear?.(Math.min(to, count)), [to, count, onNear]);

  const end = Math.min(to, count);
  const start = Math.min(from, Math.max(0, count - 1));
  const places = Array.from({ length: Math.max(0, end - start) }, (_, place) => start + place);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the arrows.
    <section ref={box} className={`rows-box ${className}`} tabIndex={0} aria-label={label}>
      <table className="rows-table" aria-rowcount={count + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ key, head, className }) => (
              <th key={key} scope="col" className={className}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={start} columns={columns.length} />
          {places.map((place) => {
            const row = rows[place];
            return (
              <tr key={row ? keyOf(row) : `place ${place}`} aria-rowindex={place + 2}>
                {columns.map(({ key, cell, className }) => (
                  <td key={key} className={className}>
                    {row ? cell(row) : "\u00a0"}
                  </td>
                ))}
              </tr>
            );
          })}
          <Gap rows={count - end} columns={columns.length} />
        </tbody>
      </table>
    </section>
  );
}

/** As high as the rows that are not drawn. */
function Gap({ rows, columns }: { rows: number; columns: number }) {
  if (rows <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus.
    <tr aria-hidden="true">
      <td colSpan={columns} className="gap" style={{ height: `${rows * rowRem}rem` }} />
    </tr>
  );
}
