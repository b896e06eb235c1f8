import { type DocumentNode, GraphQLError } from "graphql";
import { GatewayRefusal } from "../errors.js";
import { digestOf, type Manifest } from "./manifest.js";
import type { Screen } from "./screen.js";

/** What a client sent to be run, over whichever transport; `query` may be left out or empty where its hash is known. */
export interface Sent {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
  extensions?: unknown;
}

/** An operation that may be validated and run. */
export interface Admitted {
  text: string;
  document: DocumentNode;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

/** The one way in for operations: every transport asks here before it does anything else. */
export type Admit = (sent: Sent) => Admitted;

interface Options {
  screen: Screen;
  /** When given, nothing but these operations runs. */
  safelist: Manifest | null;
}

/** Texts that are remembered under their hash, and the longest of them: 16 MB of characters at most. */
const textsKept = 1_000;
const longestKept = 16_000;

/** Lists and objects within each other, in the variables: JSON can be read far deeper than it can be written again. */
const deepestVariables = 100;

export function createAdmit({ screen, safelist }: Options): Admit {
  const remembered = new Map<string, string>();

  const recall = (hash: string): string => {
    const text = safelist ? safelist.textOf(hash) : remembered.get(hash);
    if (text === undefined) throw notFound();
    if (!safelist) keep(hash, text);
    return text;
  };

  /** What was used last is dropped last. */
  const keep = (hash: string, text: string): void => {
    remembered.delete(hash);
    if (remembered.size >= textsKept) remembered.delete(remembered.keys().next().value!);
    remembered.set(hash, text);
  };

  return (sent) => {
    const hash = hashOf(sent.extensions);
    const given = typeof sent.query === "string" && sent.query !== "" ? sent.query : null;
    if (given === null && hash === null) throw new GatewayRefusal("BAD_REQUEST");
    if (given !== null && hash !== null && digestOf(given) !== hash) throw new GatewayRefusal("BAD_REQUEST");
    const text = given ?? recall(hash!);
    const operationName = typeof sent.operationName === "string" ? sent.operationName : undefined;
    const variables = (
      typeof sent.variables === "object" && sent.variables !== null ? sent.variables : {}
    ) as Record<string, unknown>;
    if (nestsBeyond(deepestVariables, variables)) throw new GatewayRefusal("BAD_REQUEST");
    const document = screen({ query: text, operationName, variables });
    if (safelist && !safelist.lists(document)) throw new GatewayRefusal("OPERATION_NOT_LISTED");
    // Only what passed is kept, so that nobody fills the memory with what can never run.
    if (given !== null && hash !== null && given.length <= longestKept) keep(hash, given);
    return { text, document, operationName, variables };
  };
}

function nestsBeyond(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  for (const key in value) if (nestsBeyond(levels - 1, (value as Record<string, unknown>)[key])) return true;
  return false;
}

/** The hash by which a client names a text: `extensions.persistedQuery` of the automatic persisted queries protocol. */
export function hashOf(extensions: unknown): string | null {
  if (typeof extensions !== "object" || extensions === null || !("persistedQuery" in extensions)) return null;
  const { persistedQuery } = extensions;
  if (typeof persistedQuery !== "object" || persistedQuery === null) throw new GatewayRefusal("BAD_REQUEST");
  const { version, sha256Hash } = persistedQuery as { version?: unknown; sha256Hash?: unknown };
  if (version !== 1 || typeof sha256Hash !== "string") throw new GatewayRefusal("BAD_REQUEST");
  return sha256Hash;
}

/** Clients of the protocol know this one by its message too, and send the whole text next. */
function notFound(): GraphQLError {
  const extensions = { code: "PERSISTED_QUERY_NOT_FOUND", http: { status: 200 } };
  return new GraphQLError("PersistedQueryNotFound", { extensions });
}
