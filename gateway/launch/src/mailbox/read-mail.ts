/** What a reader sees of a message on the wire (RFC 5322, MIME): enough for the mails that the graph itself writes. */
export interface ReadMail {
  subject: string;
  text: string;
}

export function readMail(message: Buffer): ReadMail {
  const part = readPart(message.toString("latin1"));
  return { subject: decodeWords(part.headers.get("subject") ?? ""), text: plainTextOf(part) ?? "" };
}

interface Part {
  headers: Map<string, string>;
  /** The body's bytes, one per character. */
  body: string;
}

function readPart(raw: string): Part {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = end ? raw.slice(0, end.index) : raw;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? raw.slice(end.index + end[0].length) : "" };
}

function plainTextOf(part: Part): string | undefined {
  const type = part.headers.get("content-type") ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary) {
    const parts = part.body
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((text) => readPart(text.replace(/^\r?\n/, "")));
    return parts.map(plainTextOf).find((text) => text !== undefined);
  }
  if (!/^text\/plain/i.test(type)) return undefined;
  return decodeBody(part).replaceAll("\r\n", "\n").trimEnd();
}

function decodeBody({ headers, body }: Part): string {
  switch (headers.get("content-transfer-encoding")?.toLowerCase()) {
    case "base64":
      return Buffer.from(body, "base64").toString("utf8");
    case "quoted-printable":
      return bytesOf(unquote(body.replace(/=[ \t]*\r?\n/g, "")));
    default:
      return bytesOf(body);
  }
}

/** Encoded words of headers (RFC 2047): `=?UTF-8?B?…?=`; the blank between two of them is not part of the text. */
function decodeWords(header: string): string {
  const joined = header.replace(/\?=\s+=\?/g, "?==?");
  const words = /(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi;
  // Neighbours are joined as bytes before they are read: a character may begin in one word and end in the next.
  return joined.replace(words, (run) =>
    bytesOf([...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(decodeWord).join("")),
  );
}

function decodeWord([, encoding = "", text = ""]: RegExpMatchArray): string {
  if (encoding.toLowerCase() === "b") return Buffer.from(text, "base64").toString("latin1");
  return unquote(text.replaceAll("_", " "));
}

function unquote(text: string): string {
  return text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function bytesOf(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("utf8");
}
