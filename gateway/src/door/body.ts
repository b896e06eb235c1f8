import type { IncomingMessage } from "node:http";
import { GatewayRefusal } from "../errors.js";

/** The request's body as text. Throws PAYLOAD_TOO_LARGE as soon as more comes than may. */
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
  request.once("end", () => resolve((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString()));
  request.once("error", reject);
  return promise;
}
