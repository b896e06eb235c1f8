import { composeServices } from "@apollo/composition";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { createOpenGateway } from "../open-mode/gateway.js";
import { execute } from "./execute.js";
import { TestSubgraph } from "./subgraph.js";

/** Both link a specification of a directive for clients and one of a mark for schemas; only one knows the default. */
const voice = (name: string, tone: string) =>
  new TestSubgraph({
    name,
    ring: null,
    typeDefs: `
      extend schema
        @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
        @link(url: "https://voices.example/tone/v1.0", import: [{ name: "@tone", as: "@in" }])
        @link(url: "https://voices.example/marks/v1.0", import: ["@marked"])
        @composeDirective(name: "@in")
        @composeDirective(name: "@marked")
      directive @in(${tone}) on FIELD
      directive @marked on FIELD_DEFINITION
      enum Tone { LOUD SOFT }
      type Query { ${name}: String @marked }`,
    resolvers: { Query: { [name]: () => `the ${name}` } },
  });

const alto = voice("alto", "tone: Tone!");
const bass = voice("bass", "tone: Tone! = SOFT");
let gateway: Gateway;

beforeAll(async () => {
  await Promise.all([alto.start(), bass.start()]);
  const { supergraphSdl: sdl, errors } = composeServices(
    [alto, bass].map(({ options: { name }, url, typeDefs }) => ({ name, url, typeDefs })),
  );
  if (!sdl) throw new Error(String(errors));
  gateway = await createOpenGateway({ host: "127.0.0.1", port: 0, supergraph: { sdl }, logLevel: "silent" });
});

afterAll(async () => {
  await gateway.stop();
  await Promise.all([alto.stop(), bass.stop()]);
});

describe("a directive for operations, of a linked specification", () => {
  it("may be used by clients, and subgraphs are told what its arguments are by default", async () => {
    const { data, errors } = await execute(gateway, "{ alto @in bass @in(tone: LOUD) }");
    expect(errors).toEqual([]);
    expect(data).toEqual({ alto: "the alto", bass: "the bass" });
    expect(alto.requests.at(-1)?.query).toBe("{alto@in(tone:SOFT)}");
    expect(bass.requests.at(-1)?.query).toBe("{bass@in(tone:LOUD)}");
  });

  it("may take its arguments from variables", async () => {
    const query = "query ($tone: Tone!) { alto @in(tone: $tone) }";
    const { data } = await execute(gateway, query, { variables: { tone: "LOUD" } });
    expect(data).toEqual({ alto: "the alto" });
    expect(alto.requests.at(-1)?.variables).toEqual({ tone: "LOUD" });
  });

  it("is told to clients, while marks of schemas are not", async () => {
    const { data } = await execute(gateway, "{ __schema { directives { name } } }");
    const response = JSON.stringify(data);
    expect(response).toContain('{"name":"in"}');
    expect(response).not.toContain("marked");
  });
});
