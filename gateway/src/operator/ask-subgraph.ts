import { readFileSync } from "node:fs";
import { required } from "@campus-graph/kit/config";
import { readKeys } from "@campus-graph/kit/keys";
import type { Language } from "@campus-graph/kit/refusal";
import { anonymous, signRequest } from "@campus-graph/kit/viewer";
import { newTraceId } from "../door/trace.js";
import { readSupergraph } from "../supergraph.js";

/** A subgraph's expected no, in the operator's language. */
export class CommandRefused extends Error {
  override readonly name = "CommandRefused";

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Asks a running subgraph as the gateway does, with the gateway's own SUPERGRAPH and KEYS_FILE: for an operator's commands.
 * Throws CommandRefused where the subgraph refuses.
 */
export async function askSubgraph<T>(
  subgraph: string,
  question: string,
  content: object,
  language: Language = "en",
): Promise<T> {
  const url = subgraphsHere().get(subgraph);
  if (!url) throw new Error(`There is no subgraph ${subgraph}: ${[...subgraphsHere().keys()].join(", ")}.`);
  const path = `/internal/${question}`;
  const body = JSON.stringify(content);
  const ring = readKeys(required(process.env, "KEYS_FILE")).ring(`viewer:${subgraph}`);
  const viewer = { ...anonymous, clientId: "operator", language };
  const signed = { audience: subgraph, method: "POST", path, body, viewer, traceId: newTraceId() };
  const headers = signRequest(ring, signed);
  const response = await fetch(new URL(path, url), { method: "POST", body, headers });
  if (response.status === 422) {
    const { code, message } = (await response.json()) as { code: string; message: string };
    throw new CommandRefused(code, message);
  }
  if (!response.ok) throw new Error(`${subgraph} answered ${response.status}.`);
  return (await response.json()) as T;
}

/** The subgraphs of the graph that runs here, and where each listens. */
export function subgraphsHere(): ReadonlyMap<string, string> {
  return readSupergraph(readFileSync(required(process.env, "SUPERGRAPH"), "utf8")).subgraphs;
}
