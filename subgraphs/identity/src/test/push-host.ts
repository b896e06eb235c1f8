import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A browser's subscription as it gives it to its page. */
export interface GivenTarget {
  endpoint: string;
  p256dh: string;
  auth: string;
  serverKey: string;
}

interface Subscriber {
  keys: ECDH;
  auth: Buffer;
  serverKey: string;
  /** What its browser was handed, opened. */
  received: Pushed[];
}

export interface Pushed {
  content: unknown;
  topic: string | undefined;
  ttl: number;
  /** As it came over the wire. */
  bytes: Buffer;
}

type Behaviour = (response: ServerResponse) => void;

const dayS = 24 * 60 * 60;
const taken: Behaviour = (response) => response.writeHead(201, { location: "/message/1" }).end();

/**
 * A browser maker's push service, and its browsers, written from RFC 8030 (delivery), RFC 8188 and 8291 (encryption) and
 * RFC 8292 (who sends): it refuses what they say must be refused. It can be told to misbehave.
 */
export class PushHost {
  /** Whatever came, refused or not. */
  readonly calls: string[] = [];
  /** Why it refused. */
  readonly faults: string[] = [];
  behave: Behaviour = taken;
  readonly #subscribers = new Map<string, Subscriber>();
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  static async start(): Promise<PushHost> {
    const host = new PushHost();
    await new Promise<void>((resolve) => host.#server.listen(0, "127.0.0.1", resolve));
    return host;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** As `pushManager.subscribe({ applicationServerKey })` does. */
  subscribe(serverKey: string): GivenTarget {
    const keys = createECDH("prime256v1");
    keys.generateKeys();
    const auth = randomBytes(16);
    const path = `/send/${randomBytes(16).toString("base64url")}`;
    this.#subscribers.set(path, { keys, auth, serverKey, received: [] });
    const text = (bytes: Buffer) => bytes.toString("base64url");
    return {
      endpoint: `${this.origin}${path}`,
      p256dh: text(keys.getPublicKey()),
      auth: text(auth),
      serverKey,
    };
  }

  received({ endpoint }: GivenTarget): Pushed[] {
    return this.#subscribers.get(new URL(endpoint).pathname)?.received ?? [];
  }

  /** The browser gave the subscription up. */
  forget({ endpoint }: GivenTarget): void {
    this.#subscribers.delete(new URL(endpoint).pathname);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await buffer(request);
    const path = request.url ?? "";
    this.calls.push(path);
    const subscriber = this.#subscribers.get(path);
    if (!subscriber) return void response.writeHead(404).end();
    try {
      const pushed = open(request, bytes, subscriber, this.origin);
      if (this.behave === taken) subscriber.received.push(pushed);
      this.behave(response);
    } catch (error) {
      this.faults.push((error as Error).message);
      response.writeHead(error instanceof WrongSender ? 403 : 400).end();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

class WrongSender extends Error {}

function open(request: IncomingMessage, bytes: Buffer, subscriber: Subscriber, origin: string): Pushed {
  const { headers, method } = request;
  if (method !== "POST") throw new Error("RFC 8030 §5: a push is a POST.");
  if (!/^\d+$/.test(String(headers.ttl))) throw new Error("RFC 8030 §5.2: a push has a TTL.");
  const topic = headers.topic === undefined ? undefined : String(headers.topic);
  if (topic !== undefined && !/^[\w-]{1,32}$/.test(topic))
    throw new Error("RFC 8030 §5.4: that is no topic.");
  if (!["very-low", "low", "normal", "high", undefined].includes(headers.urgency as string | undefined))
    throw new Error("RFC 8030 §5.3: that is no urgency.");
  if (headers["content-encoding"] !== "aes128gcm") throw new Error("RFC 8291 §4: aes128gcm, and no other.");
  if (bytes.length > 4_096) throw new Error("RFC 8030 §7.2: too much.");
  checkSender(String(headers.authorization), subscriber.serverKey, origin);
  const content: unknown = JSON.parse(decrypt(bytes, subscriber).toString("utf8"));
  return { content, topic, ttl: Number(headers.ttl), bytes };
}

/** RFC 8292: whoever sends has signed for this very service, for a day at most, by the key that was subscribed with. */
function checkSender(authorization: string, serverKey: string, origin: string): void {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? [];
  if (key !== serverKey) throw new WrongSender("§4.2: another key than the subscription's.");
  const [head = "", claims = "", signature = ""] = token.split(".");
  const read = (part: string) =>
    JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
  if (read(head).alg !== "ES256") throw new WrongSender("§2: ES256.");
  const point = Buffer.from(key, "base64url");
  const coordinate = (from: number) => point.subarray(from, from + 32).toString("base64url");
  const publicKey = createPublicKey({
    format: "jwk",
    key: { kty: "EC", crv: "P-256", x: coordinate(1), y: coordinate(33) },
  });
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isSigned) throw new WrongSender("§2: the signature does not hold.");
  const { aud, exp, sub } = read(claims);
  const now = Date.now() / 1_000;
  if (aud !== origin) throw new WrongSender("§2: for another push service.");
  if (!(Number(exp) > now && Number(exp) <= now + dayS)) throw new WrongSender("§2: for a day at most.");
  if (!/^(mailto:|https:)/.test(String(sub))) throw new WrongSender("§2.1: nobody to write to.");
}

/** RFC 8291 §3.4 and RFC 8188 §2, one record. */
function decrypt(bytes: Buffer, { keys, auth }: Subscriber): Buffer {
  const salt = bytes.subarray(0, 16);
  const recordSize = bytes.readUInt32BE(16);
  const idLength = bytes.readUInt8(20);
  const theirs = bytes.subarray(21, 21 + idLength);
  const record = bytes.subarray(21 + idLength);
  if (record.length > recordSize) throw new Error("RFC 8291 §4: one record.");
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), keys.getPublicKey(), theirs]);
  const secret = Buffer.from(hkdfSync("sha256", keys.computeSecret(theirs), auth, info, 32));
  const derive = (what: string, length: number) =>
    Buffer.from(hkdfSync("sha256", secret, salt, Buffer.from(`Content-Encoding: ${what}\0`), length));
  const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12));
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0))
    throw new Error("RFC 8188 §2: padding.");
  return padded.subarray(0, end);
}
