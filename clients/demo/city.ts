import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Partner } from "../src/partner.js";
import { CommandRefused } from "./refusal.js";

/** A running demo city, as its clients know it. */
export interface City {
  /** Where the graph is; several addresses when it runs in copies. */
  url: string;
  copies: readonly string[];
  /** Opens every sign-in of the demo city. */
  password: string;
  /** The wallet's registration and private key. */
  wallet: Partner;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The city that `npm start` runs on this machine: its keys stand in the data folder. */
export function findCity(environment: Environment): City {
  const folder = folderIn(environment);
  const url = knownAddress(environment) ?? addressOn("4000")!;
  const { DEMO_PASSWORD } = readKeys<{ DEMO_PASSWORD: string }>(folder, "demo.json");
  const { walletJwks } = readKeys<{ walletJwks: { keys: Partner["privateKey"][] } }>(folder, "wallet.json");
  return {
    url,
    copies: [url],
    password: DEMO_PASSWORD,
    wallet: { url, clientId: "wallet", privateKey: walletJwks.keys[0]! },
  };
}

/**
 * The address of a graph that has no demo people, because it is in production or on another machine; undefined where the
 * demo is the one that is meant.
 */
export function findForeignGraph(environment: Environment): string | undefined {
  if (existsSync(join(folderIn(environment), "keys", "demo.json"))) return undefined;
  return knownAddress(environment);
}

function folderIn({ CAMPUS_DATA }: Environment): string {
  return CAMPUS_DATA ?? join(checkout(), ".campus");
}

function knownAddress(environment: Environment): string | undefined {
  return addressIn(environment) ?? addressOn(environment.PORT) ?? runningAddress(folderIn(environment));
}

function addressIn({ PUBLIC_URL: url }: Environment): string | undefined {
  if (!url) return undefined;
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new CommandRefused("noAddress");
}

function addressOn(port: string | undefined): string | undefined {
  if (!port) return undefined;
  if (/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)
    return `http://localhost:${port}`;
  throw new CommandRefused("noPort", port);
}

/** Where the graph that was started last says it is, so that one on another port is found without a variable. */
function runningAddress(folder: string): string | undefined {
  try {
    const { url } = JSON.parse(readFileSync(join(folder, "lock.json"), "utf8")) as { url: string };
    return url;
  } catch {
    return undefined;
  }
}

function readKeys<Content>(folder: string, name: string): Content {
  const file = join(folder, "keys", name);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Content;
  } catch {
    throw noCityIn(folder);
  }
}

/** Why there is no demo at hand: another kind of city runs from the folder, one runs from another folder, or none does. */
function noCityIn(folder: string): CommandRefused {
  const here = runningAddress(folder);
  if (here) return new CommandRefused("noDemo", here, folder);
  const other = lastStart();
  const there = other && runningAddress(other);
  if (other && there) return new CommandRefused("cityElsewhere", folder, there, other);
  return new CommandRefused("noCity", folder);
}

/** The folder from which this checkout's graph was last started, as the launcher noted it. */
function lastStart(): string | undefined {
  try {
    const file = join(checkout(), "node_modules", ".campus-started.json");
    return (JSON.parse(readFileSync(file, "utf8")) as { folder: string }).folder;
  } catch {
    return undefined;
  }
}

/** This file is run from clients/dist/demo, and tested from clients/demo. */
function checkout(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(here, here.includes(`${join("dist", "demo")}`) ? "../../.." : "../..");
}
