import { createECDH } from "node:crypto";
import { type OutsideRules, readOutsideAddress } from "@campus-graph/kit/http/outside-address";
import { OutsideCaller } from "@campus-graph/kit/http/outside-caller";
import { encrypt } from "http_ece";
import { SignJWT } from "jose";
import type { PushTarget } from "../domain/push-subscription.js";
import type { ServerKey } from "./server-keys.js";

/** What is handed to a browser's push service. */
export interface PushMessage {
  content: object;
  /** How long the service keeps it for a browser that is not there. */
  lifeS: number;
  /** A later message of the same topic takes the place of one that still waits: 32 characters of base64url at most. */
  topic: string;
}

export interface PushSettings {
  keys: readonly ServerKey[];
  rules: OutsideRules;
  /** Where a push service's people reach the city's, as an address that begins with mailto: or https:. */
  contact: string;
  timeoutMs?: number;
}

/** The push service knows no such subscription any more (RFC 8030 §7.3). */
export class SubscriptionGone extends Error {
  override readonly name = "SubscriptionGone";
}

/** It was not taken. `isFinal`: and will not be, however often it is tried. */
export class PushNotTaken extends Error {
  override readonly name = "PushNotTaken";

  constructor(
    readonly code: string,
    readonly isFinal: boolean,
  ) {
    super(code);
  }
}

const patienceMs = 5_000;
/** An answer's status says all; what else it sends is nobody's need. */
const mostBytes = 16 * 1024;
/** A push service takes tokens of up to a day (RFC 8292 §2); its clock and ours may differ. */
const tokenLifeS = 12 * 60 * 60;
/** All messages are padded to this length, so that it does not tell what they are about. */
const contentBytes = 256;

/** Sends pushes as the standards have them (RFC 8030, 8291, 8292) to the services that the operator lists, and to no other. */
export class PushService {
  readonly #settings: PushSettings;
  readonly #caller: OutsideCaller;

  constructor(settings: PushSettings) {
    this.#settings = settings;
    const { rules, timeoutMs = patienceMs } = settings;
    this.#caller = new OutsideCaller(rules, { timeoutMs, mostBytes });
  }

  /** What browsers subscribe with. */
  get serverKey(): string {
    return this.#settings.keys[0]!.publicKey;
  }

  holds(serverKey: string): boolean {
    return this.#settings.keys.some(({ publicKey }) => publicKey === serverKey);
  }

  /** Throws `OutsideAddressRefused` where the address is of no service that the city calls. */
  checkEndpoint(endpoint: string): void {
    readOutsideAddress(endpoint, this.#settings.rules);
  }

  /** Throws `SubscriptionGone`, `PushNotTaken`, or what became of the call. */
  async send(target: PushTarget, message: PushMessage): Promise<void> {
    const key = this.#settings.keys.find(({ publicKey }) => publicKey === target.serverKey);
    if (!key) throw new SubscriptionGone();
    const body = sealed(target, message.content);
    const { status } = await this.#caller.call(target.endpoint, {
      method: "POST",
      body,
      headers: {
        authorization: `vapid t=${await this.#token(target.endpoint, key)}, k=${key.publicKey}`,
        "content-encoding": "aes128gcm",
        "content-length": String(body.length),
        "content-type": "application/octet-stream",
        ttl: String(message.lifeS),
        topic: message.topic,
        urgency: "normal",
      },
    });
    if (status === 404 || status === 410) throw new SubscriptionGone();
    if (status < 200 || status > 299) throw new PushNotTaken(`PUSH_HTTP_${status}`, isFinal(status));
  }

  close(): void {
    this.#caller.close();
  }

  /** For this service's origin alone, by the time that its own clock shows too. */
  #token(endpoint: string, { privateKey }: ServerKey): Promise<string> {
    return new SignJWT()
      .setProtectedHeader({ typ: "JWT", alg: "ES256" })
      .setAudience(new URL(endpoint).origin)
      .setSubject(this.#settings.contact)
      .setExpirationTime(Math.floor(Date.now() / 1_000) + tokenLifeS)
      .sign(privateKey);
  }
}

/** Our fault, and not the service's for now: 429 passes. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 429 && status !== 408;
}

/** For this browser alone; the service in between reads nothing. */
function sealed({ p256dh, auth }: PushTarget, content: object): Buffer {
  const ours = createECDH("prime256v1");
  ours.generateKeys();
  const plain = Buffer.from(JSON.stringify(content));
  return encrypt(plain, {
    version: "aes128gcm",
    pad: Math.max(0, contentBytes - plain.length),
    privateKey: ours,
    dh: Buffer.from(p256dh, "base64url"),
    authSecret: Buffer.from(auth, "base64url"),
  });
}
