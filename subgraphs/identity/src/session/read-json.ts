import type { IncomingMessage } from "node:http";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { readBody } from "../sso/read-form.js";

/** The object that was posted as JSON, which no page of another site can make a browser post unasked. */
export async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const text = await readBody(request);
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) throw new BadInput(expected);
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null) return body as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new BadInput(expected);
}

const expected = {
  field: "body",
  rule: { "zh-TW": "請以 application/json 傳送一個物件。", en: "Send one object as application/json." },
};
