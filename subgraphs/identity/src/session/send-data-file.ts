import { fetchMyData } from "../use-cases/open-my-data.js";
import { dataPage } from "./data-page.js";
import type { SessionRequest } from "./session-request.js";

/**
 * The file that a link opens, to be kept and not shown here: what is in it was written by people, so it runs nothing and
 * is no page of ours.
 */
export async function sendDataFile({ response, query, context }: SessionRequest): Promise<void> {
  const { format, file } = await fetchMyData(context, query.get("link") ?? "");
  const [type, name, text] =
    format === "JSON"
      ? ["application/json", "my-data.json", JSON.stringify(file, null, 2)]
      : ["text/html", "my-data.html", dataPage(context.viewer.language, file)];
  response
    .writeHead(200, {
      "content-type": `${type}; charset=utf-8`,
      "content-length": Buffer.byteLength(text),
      "content-disposition": `attachment; filename="${name}"`,
      "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-store",
    })
    .end(text);
}
