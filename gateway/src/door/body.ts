import type { IncomingMessage } from "node:http";
import { GatewayRefusal } from "../errors.js";

/** The request's body as text. Throws PAYLOAD_TOO_LARGE as soon as more comes than may. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<string> {
  if (Number(request.headers["content-length"] ?? 0) > mostBytes)
    throw new GatewayRefusal("PAYLOAD_TOO_LARGE");
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new GatewayRefusal("PAYLOAD_TOO_LARGE");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
