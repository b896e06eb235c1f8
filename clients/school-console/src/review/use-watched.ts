import { useState } from "react";
import type { Request, Row } from "./rows";
import { follow, lookAgain, openWith, type Watched } from "./watch";

/** Follows the answers of one grid. */
export function useWatched(rows: readonly Row[]) {
  const [followed, setFollowed] = useState(rows);
  const [watched, setWatched] = useState<Watched>(() => openWith(rows));
  if (rows !== followed) {
    setFollowed(rows);
    setWatched(follow(watched, rows));
  }
  return {
    watched,
    lookAgain: (studentId: string, request: Request) =>
      setWatched((now) => lookAgain(now, studentId, request)),
  };
}
