import * as shape from "./setting-shapes.js";

/** How a provider of text messages is called, as an operator writes it down: no program of ours knows one by name. */
export interface SmsProviderSettings {
  method: "POST" | "PUT" | "GET";
  /** `{to}`, `{toInternational}`, `{text}` and `{id}` stand for the message here and in the body. */
  url: string;
  headers: Readonly<Record<string, string>>;
  body: { json: unknown } | { form: Readonly<Record<string, string>> } | null;
  /** Where a 2xx alone does not say that the message was taken: what the answer holds at a JSON pointer (RFC 6901). */
  accepted: Expectation | null;
  /** Where the answer names the message, as a JSON pointer. */
  reference: string | null;
  /** Where to ask later what became of it; `{reference}` stands for that name. */
  status: { url: string; delivered: Expectation; failed: Expectation } | null;
}

export interface Expectation {
  at: string;
  oneOf: readonly string[];
}

/** Reads what an operator wrote; throws a sentence that names the fault. */
export function readProviderSettings(
  json: string,
  secretHeaders: Readonly<Record<string, string>>,
  { allowsHttp }: { allowsHttp: boolean },
): SmsProviderSettings {
  const given = shape.object("the file", JSON.parse(json));
  const body = given.body === undefined ? null : readBody(shape.object("body", given.body));
  const settings: SmsProviderSettings = {
    method: shape.oneOf("method", given.method ?? "POST", ["POST", "PUT", "GET"]),
    url: readUrl("url", given.url, allowsHttp),
    headers: readHeaders({ ...shape.strings("headers", given.headers ?? {}), ...secretHeaders }),
    body,
    accepted: given.accepted === undefined ? null : readExpectation("accepted", given.accepted),
    reference: given.reference === undefined ? null : shape.pointer("reference", given.reference),
    status: null,
  };
  if (settings.method === "GET" && body) throw new Error("A GET has no body.");
  if (given.status !== undefined) {
    const status = shape.object("status", given.status);
    if (settings.reference === null)
      throw new Error("status needs reference, by which a message is asked after.");
    settings.status = {
      url: readUrl("status.url", status.url, allowsHttp),
      delivered: readExpectation("status.delivered", status.delivered),
      failed: readExpectation("status.failed", status.failed),
    };
  }
  const whole = JSON.stringify([settings.url, body]);
  for (const needed of [/\{to(International)?\}/, /\{text\}/])
    if (!needed.test(whole))
      throw new Error(
        `Neither url nor body says where ${needed.source.includes("text") ? "{text}" : "{to}"} goes.`,
      );
  return settings;
}

function readBody(body: Record<string, unknown>): SmsProviderSettings["body"] {
  if ("json" in body) return { json: body.json };
  if ("form" in body) return { form: shape.strings("body.form", body.form) };
  throw new Error("body is { json } or { form }.");
}

function readUrl(name: string, given: unknown, allowsHttp: boolean): string {
  const url = shape.text(name, given);
  if (!URL.canParse(url)) throw new Error(`${name} is no address.`);
  const { protocol, username, host } = new URL(url);
  if (protocol !== "https:" && !(allowsHttp && protocol === "http:"))
    throw new Error(`${name} is not https.`);
  if (username !== "") throw new Error(`${name} holds a password: give it by SMS_SECRET_HEADERS.`);
  if (/[{}]|%7B/i.test(host)) throw new Error(`${name} takes its host from the message.`);
  return url;
}

/** None of a header's value comes from a message, so that no line break gets in by one. */
function readHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new Error(`“${name}” is no header's name.`);
    if (/[\r\n\0]/.test(value)) throw new Error(`The header ${name} has a line break in it.`);
  }
  return headers;
}

function readExpectation(name: string, given: unknown): Expectation {
  const { at, oneOf } = shape.object(name, given);
  if (!Array.isArray(oneOf)) throw new Error(`${name}.oneOf is a list.`);
  return { at: shape.pointer(`${name}.at`, at), oneOf: oneOf.map(String) };
}
