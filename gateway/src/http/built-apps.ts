import type { Log } from "@campus-graph/kit/ops/log";
import type { Handler, Routes } from "./server.js";
import { serveApp } from "./static-app.js";
import { readStaticFiles } from "./static-files.js";
import { createWelcomePage } from "./welcome-page.js";

interface Options {
  /** The folders of the built apps; null: that app is not served. */
  parentApp: string | null;
  schoolConsole: string | null;
  docs: string | null;
  publicUrl: string;
  /** Whose links the front page shows too, where they are there. */
  hasIde: boolean;
  mailboxUrl: string | null;
  walletUrl: string | null;
  log: Log;
}

/** The apps, and the front page that leads to them. */
export async function serveBuiltApps({
  parentApp,
  schoolConsole,
  docs,
  publicUrl,
  hasIde,
  mailboxUrl,
  walletUrl,
  log,
}: Options): Promise<Routes> {
  const built = [
    { folder: parentApp, base: "/parent/", pageCaching: "no-cache" },
    // No browser keeps a page of the staff's, so that going back after a sign-out shows nothing of a child.
    { folder: schoolConsole, base: "/school/", pageCaching: "no-store" },
    { folder: docs, base: "/docs/", pageCaching: "no-cache", elsewhere: { page: "404.html", status: 404 } },
  ] as const;
  const routes: [string, Handler][] = [];
  for (const { folder, ...app } of built) {
    if (folder === null) continue;
    const files = await readStaticFiles(folder);
    if (files === null)
      log.warn({ folder }, `the app at ${app.base} has not been built and says so; npm start builds it`);
    routes.push([`${app.base}*`, serveApp({ ...app, files, publicUrl })]);
  }
  const offered = {
    hasParentApp: parentApp !== null,
    hasSchoolConsole: schoolConsole !== null,
    hasDocs: docs !== null,
    hasIde,
    hasMailbox: mailboxUrl !== null,
    hasWallet: walletUrl !== null,
  };
  return [["/", createWelcomePage({ publicUrl, ...offered })], ...routes];
}
