import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Connection } from "@campus-graph/clients/connect";
import {
  ClassReviewDocument,
  MyClassesDocument,
  RevokeBindingDocument,
} from "@campus-graph/clients/generated/operations";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { anonymous, signRequest } from "@campus-graph/kit/auth/viewer";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { keyHolders } from "../../../gateway/launch/src/data/key-holders.js";
import { generateKeys } from "../../../gateway/launch/src/data/keys.js";
import { prepareDatabase } from "../../../gateway/launch/src/postgres/prepare-database.js";
import { as } from "../../harness/as.js";
import { demoCity, type Graph, startGraph } from "../../harness/graph.js";
import { createDatabase, owners, type TestDatabase } from "../../harness/postgres.js";
import type { Subgraph } from "../../harness/subgraph.js";
import { subgraphsIn } from "../../harness/subgraphs.js";
import { childOf, children } from "../given.js";
import { refusalOf } from "../refusal.js";
import { addSubgraph, type EnlargedCheckout } from "./enlarged-checkout.js";

describe("a fifth subgraph, which is a folder and a row in supergraph.yaml", () => {
  const stack = new AsyncDisposableStack();
  let enlarged: EnlargedCheckout;
  let graph: Graph;
  let library: Subgraph;
  let guardian: Connection;

  beforeAll(async () => {
    enlarged = stack.use(await addSubgraph("library"));
    const { root } = enlarged;
    const database = stack.use(await createDatabase(demoCity));
    const { urls } = await prepareDatabase({
      adminUrl: inject("postgresUrl"),
      database: database.name,
      owners: [...owners, "library"],
      passwordOf: () => "test",
    });
    const keysFolder = mkdtempSync(join(tmpdir(), "campus-keys-"));
    stack.defer(() => rmSync(keysFolder, { recursive: true, force: true }));
    copyFileSync(join(inject("keysFolder"), "generated.json"), join(keysFolder, "generated.json"));
    generateKeys(keysFolder, keyHolders(root, subgraphsIn(root)));
    const databaseUrls = urls as TestDatabase["urls"];
    graph = stack.use(await startGraph({ root, databaseUrls, keysFolder, demoCity: true }));
    await graph.settle();
    library = (graph.subgraphs as Record<string, Subgraph>).library!;
    guardian = stack.use(await as(graph, "guardian@campus.example"));
  });
  afterAll(() => stack.disposeAsync());

  it("composes with the others, without a hint to look at", () => {
    expect(enlarged.hints).toEqual([]);
  });

  it("is served beside the others, and adds its fields to what they own", async () => {
    const hours = await guardian.query<{ libraryHours: string }, object>("query Hours { libraryHours }");
    expect(hours).toEqual({ libraryHours: "08:00–16:00" });
    const { myBindings } = await guardian.query<Cards, object>(cards);
    // Events of before the library was there have reached it too.
    expect(myBindings.map(({ student }) => student)).toEqual([
      { maskedName: children.younger, libraryCard: expect.stringMatching(/^L\d+$/) },
      { maskedName: children.elder, libraryCard: expect.stringMatching(/^L\d+$/) },
    ]);
  });

  it("takes part in a revocation: it holds nowhere before it holds in the library", async () => {
    const studentId = await childOf(guardian, children.younger);
    const subject = (await guardian.query<{ me: { id: string } }, object>("query Me { me { id } }")).me.id;
    expect(await cardShownBy(library, { studentId, subject })).toMatch(/^L/);
    const input = { bindingId: await bindingOf("FATHER"), reason: "核准錯誤" };
    await using registrar = await as(graph, "registrar@campus.example");
    await library.stop();
    const { code, errors } = await refusalOf(registrar.mutate(RevokeBindingDocument, { input }));
    expect([code, errors[0]?.extensions?.missing]).toEqual(["TAKING_EFFECT", "library"]);
    await library.start();
    expect((await registrar.mutate(RevokeBindingDocument, { input })).revokeBinding.status).toBe("REVOKED");
    expect(await cardShownBy(library, { studentId, subject })).toBeNull();
    const { myBindings } = await guardian.query<Cards, object>(cards);
    expect(myBindings.map(({ student }) => student?.maskedName)).toEqual([children.elder]);
  });

  /** As the teacher finds it in the grid of the class. */
  async function bindingOf(relationship: string): Promise<string> {
    await using teacher = await as(graph, "teacher@campus.example");
    const { myClasses } = await teacher.query(MyClassesDocument);
    const { data } = await teacher.answer(ClassReviewDocument, { classId: myClasses[0]!.id });
    const row = data!.classReview.find(({ student }) => student.maskedName === children.younger)!;
    return row.bindings.find((binding) => binding.relationship === relationship)!.id;
  }

  /** The library's own answer about a student, to a request signed as the gateway signs a guardian's. */
  async function cardShownBy(
    { url }: Subgraph,
    { studentId, subject }: { studentId: string; subject: string },
  ): Promise<string | null> {
    const body = JSON.stringify({
      query: `{ _entities(representations: [{ __typename: "Student", id: "${studentId}" }]) { ... on Student { libraryCard } } }`,
    });
    const ring = readKeys(join(graph.keysFolder, "gateway.json")).ring("viewer:library");
    const viewer = { ...anonymous, subject, assurance: "signed-in" } as const;
    const signed = { audience: "library", method: "POST", path: "/graphql", body, viewer, traceId: "card" };
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      body,
      headers: signRequest(ring, signed),
    });
    const { data } = (await response.json()) as { data: { _entities: [{ libraryCard: string | null }] } };
    return data._entities[0].libraryCard;
  }
});

interface Cards {
  myBindings: { student: { maskedName: string; libraryCard: string | null } | null }[];
}

const cards = "query Cards { myBindings { student { maskedName libraryCard } } }";
