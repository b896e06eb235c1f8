import { isUtf8 } from "node:buffer";
import type { IncomingMessage, ServerResponse } from "node:http";
import { GatewayRefusal } from "../errors/refusal.js";
import { badRequest } from "../operations/bad-request.js";

/**
 * The request's body as text. Throws PAYLOAD_TOO_LARGE as soon as more comes than may, and BAD_REQUEST for what is not
 * UTF-8: read all the same, a name would be kept with question marks in it.
 */
export function readBody(request: IncomingMessage, mostBytes: number): Promise<string> {
  if (Number(request.headers["content-length"] ?? 0) > mostBytes)
    throw new GatewayRefusal("PAYLOAD_TOO_LARGE");
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) {
      request.pause();
      reject(new GatewayRefusal("PAYLOAD_TOO_LARGE"));
    } else chunks.push(chunk);
  });
  request.once("end", () => {
    const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    if (isUtf8(body)) resolve(body.toString());
    else reject(badRequest("notUtf8"));
  });
  request.once("error", reject);
  return promise;
}

/** What was posted as JSON. */
export async function readJson(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  if (!isPlainJson(request)) throw new GatewayRefusal("UNSUPPORTED_MEDIA_TYPE");
  return parseJson(await readBody(request, mostBytes));
}

/** JSON is of UTF-8 (RFC 8259), and we read none that is compressed. */
function isPlainJson({ headers }: IncomingMessage): boolean {
  const { "content-type": type = "", "content-encoding": coding = "identity" } = headers;
  const charset = /;\s*charset="?([^\s;"]*)/i.exec(type)?.[1] ?? "utf-8";
  return (
    /^application\/(\w+\+)?json\b/i.test(type) && /^utf-?8$/i.test(charset) && /^identity$/i.test(coding)
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("notJson");
  }
}

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/** What is left of a refused request's body is not read: its connection ends with the answer. */
export function leaveUnread(request: IncomingMessage, response: ServerResponse): void {
  if (!request.complete && hasBody(request)) response.setHeader("connection", "close");
}
