import { execFileSync } from "node:child_process";

/**
 * The file as it was committed before the one given: HEAD's, or where that is the same, its predecessor's, so that the
 * commit which breaks clients is seen on a clean checkout too. Undefined where there is no such commit.
 */
export function earlierVersion(root: string, path: string, now: string): string | undefined {
  const head = show(root, "HEAD", path);
  return head === now ? show(root, "HEAD~1", path) : head;
}

function show(root: string, commit: string, path: string): string | undefined {
  try {
    return execFileSync("git", ["show", `${commit}:${path}`], { cwd: root, encoding: "utf8", stdio: "pipe" });
  } catch {
    return undefined;
  }
}
