import type { IncomingMessage } from "node:http";
import { BadInput } from "@campus-graph/kit/refusal";

const largestFormBytes = 8_192;

/** The fields of a form as a browser sends it. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestFormBytes)
      throw new BadInput({
        field: "form",
        rule: {
          "zh-TW": `表單內容請勿超過 ${largestFormBytes} 位元組。`,
          en: `Send a form of at most ${largestFormBytes} bytes.`,
        },
      });
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}
