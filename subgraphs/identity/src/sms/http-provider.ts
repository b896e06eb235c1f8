import { fillForm, fillJson, fillUrl, textAt, type Values } from "./fill-template.js";
import type { Expectation, SmsProviderSettings } from "./provider-settings.js";
import type { SmsMessage, SmsProvider, SmsState } from "./sms-provider.js";

const patienceMs = 10_000;
const largestAnswerBytes = 64 * 1024;

/** A provider that is called over HTTP, as its settings say. It is believed as little as anybody: bounded in time and size. */
export function createHttpProvider(
  settings: SmsProviderSettings,
  { timeoutMs = patienceMs }: { timeoutMs?: number } = {},
): SmsProvider {
  const { method, body, headers, accepted, reference, status } = settings;
  const call = async (url: string, options: RequestInit): Promise<unknown> => {
    const signal = AbortSignal.timeout(timeoutMs);
    // Where it leads elsewhere it is not the provider that the operator named.
    const response = await fetch(url, { ...options, redirect: "error", signal });
    const answer = await readBounded(response);
    if (!response.ok) throw new SmsNotTaken(`SMS_HTTP_${response.status}`);
    return answer;
  };
  return {
    isAskedLater: status !== null,
    async send(message) {
      const values = valuesOf(message);
      const answer = await call(fillUrl(settings.url, values), {
        method,
        ...content(body, values, headers),
      });
      if (accepted && !meets(answer, accepted)) throw new SmsNotTaken("SMS_NOT_ACCEPTED");
      return { reference: reference && (textAt(answer, reference)?.slice(0, longestReference) ?? null) };
    },
    async stateOf(reference): Promise<SmsState> {
      if (!status) return "ACCEPTED";
      const answer = await call(fillUrl(status.url, { reference }), { headers });
      if (meets(answer, status.delivered)) return "DELIVERED";
      return meets(answer, status.failed) ? "FAILED" : "ACCEPTED";
    },
  };
}

const longestReference = 200;

/** The provider did not take the message. Its code is all that is kept of why: an answer may repeat number and text. */
export class SmsNotTaken extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

function valuesOf({ id, to, text }: SmsMessage): Values {
  return { id, to, toInternational: `886${to.slice(1)}`, text };
}

function content(
  body: SmsProviderSettings["body"],
  values: Values,
  headers: Readonly<Record<string, string>>,
): RequestInit {
  if (!body) return { headers };
  if ("form" in body) return { headers, body: fillForm(body.form, values) };
  const type = { "content-type": "application/json" };
  return { headers: { ...type, ...headers }, body: JSON.stringify(fillJson(body.json, values)) };
}

function meets(answer: unknown, { at, oneOf }: Expectation): boolean {
  const found = textAt(answer, at);
  return found !== null && oneOf.includes(found);
}

/** The answer as JSON, null where it is none. */
async function readBounded({ body }: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > largestAnswerBytes) throw new SmsNotTaken("SMS_ANSWER_TOO_LARGE");
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return null;
  }
}
