/** Where our own apps ask who is signed in, and sign people in and out. */
export const sessionPath = "/session";

/** Where single sign-on sends the browser back to. */
export const callbackPath = `${sessionPath}/callback`;

/** It is kept in a cookie meanwhile, which browsers hold to 4 KB; as a browser writes it, a Chinese character in nine. */
const longestPath = 1_000;

/** Where people go on when nobody said where. */
const startPath = "/parent/";

/** The path, query and fragment of a page of ours; another site's address, however it is written, leads to our start. */
export function ownPath(given: string | null, publicUrl: string): string {
  if (given === null || !given.startsWith("/")) return startPath;
  if (!URL.canParse(given, publicUrl)) return startPath;
  const { origin, pathname, search, hash } = new URL(given, publicUrl);
  // A path may still name another host to whoever reads it anew: `/.//other.example`.
  const isOurs = origin === new URL(publicUrl).origin && !pathname.startsWith("//");
  const path = `${pathname}${search}${hash}`;
  return isOurs && path.length <= longestPath ? path : startPath;
}
