import type { IncomingMessage } from "node:http";
import { FormTooLarge } from "../domain/refusals.js";

const largestFormBytes = 8_192;
/** So much more is read and thrown away, so that a browser that is still sending gets its answer. */
const mostReadBytes = 4_000_000;

/** The fields of a form as a browser sends it. Refuses FORM_TOO_LARGE. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams(await readBody(request));
}

/** A small text. Refuses FORM_TOO_LARGE. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Left undestroyed when it is given up: the answer goes out by the same connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= largestFormBytes) chunks.push(chunk);
    if (bytes > mostReadBytes) break;
  }
  if (bytes > largestFormBytes) throw new FormTooLarge();
  return Buffer.concat(chunks).toString("utf8");
}
