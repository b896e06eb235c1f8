import { type LookupAddress, lookup } from "node:dns";
import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from "node:http";
import { Agent, request } from "node:https";
import type { LookupFunction } from "node:net";
import {
  isLoopback,
  isPublic,
  OutsideAddressRefused,
  type OutsideRules,
  readOutsideAddress,
} from "./outside-address.js";

export interface OutsideRequest {
  method: "GET" | "POST";
  headers: Readonly<Record<string, string>>;
  body?: Buffer;
}

/** What came back; of a longer answer its beginning. */
export interface OutsideAnswer {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
  isWhole: boolean;
}

export interface OutsideBounds {
  /** From the first look-up to the last byte. */
  timeoutMs: number;
  mostBytes: number;
}

export type ResolveHost = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * Calls addresses that outsiders gave, those that `readOutsideAddress` lets. A name is resolved when the connection is
 * made, and the connection goes to one of the addresses that were looked at, so that a name which leads elsewhere a moment
 * later leads nowhere. Redirects are answers like any other: nothing follows them.
 */
export class OutsideCaller {
  readonly #rules: OutsideRules;
  readonly #bounds: OutsideBounds;
  readonly #agents = {
    "http:": new PlainAgent({ keepAlive: true }),
    "https:": new Agent({ keepAlive: true }),
  };
  readonly #lookup: LookupFunction;

  constructor(rules: OutsideRules, bounds: OutsideBounds, resolve: ResolveHost = resolveHost) {
    this.#rules = rules;
    this.#bounds = bounds;
    this.#lookup = (host, options, callback) => {
      this.#publicAddresses(host, resolve).then(
        (found) =>
          options.all ? callback(null, [...found]) : callback(null, found[0]!.address, found[0]!.family),
        (error: NodeJS.ErrnoException) => callback(error, []),
      );
    };
  }

  /**
   * Throws where no answer came in time, and {@link OutsideAddressRefused} where the address is not let (any more) or its
   * host's name leads to one that is not public.
   */
  async call(address: string, { method, headers, body }: OutsideRequest): Promise<OutsideAnswer> {
    const url = readOutsideAddress(address, this.#rules);
    return new Promise((resolve, reject) => {
      const send = url.protocol === "https:" ? request : plainRequest;
      const agent = this.#agents[url.protocol as "https:"];
      const signal = AbortSignal.timeout(this.#bounds.timeoutMs);
      const call = send(url, { method, headers, agent, signal, lookup: this.#lookup });
      call.on("error", (error) => reject(signal.aborted ? signal.reason : error));
      call.on("response", (response) => {
        this.#read(response).then(resolve, (error) => reject(signal.aborted ? signal.reason : error));
      });
      call.end(body);
    });
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }

  async #read(response: IncomingMessage): Promise<OutsideAnswer> {
    const { statusCode: status = 0, headers } = response;
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      chunks.push(chunk);
      // Leaving the loop closes the connection, so that the rest is not sent.
      if (bytes > this.#bounds.mostBytes) break;
    }
    const body = Buffer.concat(chunks).subarray(0, this.#bounds.mostBytes);
    return { status, headers, body, isWhole: bytes <= this.#bounds.mostBytes };
  }

  async #publicAddresses(host: string, resolve: ResolveHost): Promise<readonly LookupAddress[]> {
    const found = await resolve(host);
    const isAllowed =
      this.#rules.allowsLoopback && isLoopback(host)
        ? found.every(({ address }) => isLoopback(address))
        : found.every(({ address }) => isPublic(address));
    // One that is not public beside others that are is a trick, or a mistake that no caller should make work.
    if (found.length === 0 || !isAllowed) throw new OutsideAddressRefused("ADDRESS_NOT_PUBLIC");
    return found;
  }
}

const resolveHost: ResolveHost = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });
