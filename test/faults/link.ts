import type { Owner } from "../harness/postgres.js";
import { Balancer } from "./processes/balancer.js";

type Urls = Readonly<Record<Owner, string>>;

/** A way of one's own to databases. Cut, it leaves behind what kill -9 of a process leaves to PostgreSQL. */
export interface Link {
  urls: Urls;
  cut(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function linkTo(urls: Urls): Promise<Link> {
  const balancer = await Balancer.start([Number(new URL(urls.bus).port)]);
  const linked = Object.entries(urls).map(([owner, url]) => {
    const here = new URL(url);
    here.host = `127.0.0.1:${balancer.port}`;
    return [owner, here.href];
  });
  return {
    urls: Object.fromEntries(linked) as Urls,
    cut: () => balancer.cut(),
    [Symbol.asyncDispose]: () => balancer[Symbol.asyncDispose](),
  };
}
