import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Connection } from "@campus-graph/clients/connect";
import { GraphFailure } from "@campus-graph/clients/failure";
import { RevokeBindingDocument } from "@campus-graph/clients/generated/operations";
import { createGateway } from "@campus-graph/gateway/gateway";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { as, signInTo } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { supergraphAt } from "../harness/supergraph.js";
import { childOf, children, issueBill } from "../journeys/given.js";
import {
  bindAgain,
  holdBack,
  type OpenBinding,
  standingBinding,
  standingOrAgain,
  takeDown,
} from "./revocations/bindings.js";
import { Eyes, type Word } from "./revocations/eyes.js";
import { size } from "./size.js";

const races = size(8, 200);
const patience = size(300_000, 3_600_000);
const soon = { timeout: 30_000 };

/** What ails the graph while a binding is revoked: nothing, a subgraph that is behind, or one that is down. */
const ailments = [
  "none",
  "roster behind",
  "none",
  "payments behind",
  "none",
  "roster down",
  "identity behind",
  "payments down",
] as const;
type Ailing = "identity" | "roster" | "payments";

describe("S5: a binding is revoked while its guardian looks at everything", () => {
  let graph: Graph;
  let registrar: Connection;
  let cashier: Connection;
  let guardian: Awaited<ReturnType<typeof signInTo>>;
  let binding: OpenBinding;

  beforeAll(async () => {
    graph = await startGraph({ demoCity: true, gateways: 2 });
    registrar = await as(graph, "registrar@campus.example");
    cashier = await as(graph, "cashier@campus.example");
    guardian = await signInTo(graph, "guardian@campus.example");
    await using eyes = await as(graph, "guardian@campus.example");
    const studentId = await childOf(eyes, children.younger);
    binding = await standingBinding(graph, demoPeople.guardian.subjectId, studentId);
  });
  beforeEach(async () => {
    binding = await standingOrAgain(graph, binding);
  });
  afterAll(async () => {
    await registrar?.close();
    await cashier?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  it(
    `shows nothing of the child after the answer, in ${races} races`,
    async () => {
      const leaks: string[] = [];
      for (let number = 0; number < races; number++) {
        const ailment = ailments[number % ailments.length]!;
        const { words, answeredAt } = await race(graph.urls, ailment, number);
        const late = words.filter((word) => word.at > answeredAt && showsChild(word));
        leaks.push(...late.map(({ way, text }) => `race ${number}, ${ailment}, ${way}: ${text}`));
        binding = await bindAgain(graph, binding);
      }
      expect(leaks).toEqual([]);
      await expectBooksToBalance(graph);
    },
    patience,
  );

  it(
    "canary: a gateway that does not hear of it shows the child from a subgraph that is behind",
    async () => {
      const deaf = await createGateway({
        mode: "test",
        publicUrl: graph.publicUrl,
        supergraph: {
          sdl: supergraphAt(new Map(Object.values(graph.subgraphs).map(({ name, url }) => [name, url]))),
        },
        keys: readKeys(join(inject("keysFolder"), "gateway.json")),
        logLevel: "silent",
      });
      try {
        const { words, answeredAt } = await race([deaf.url], "payments behind", 0);
        expect(words.some((word) => word.at > answeredAt && showsChild(word))).toBe(true);
        binding = await bindAgain(graph, binding);
      } finally {
        await deaf.stop();
      }
    },
    patience,
  );

  /** Anything by which the guardian would know that the child is there. */
  function showsChild({ text }: Pick<Word, "text">): boolean {
    return text.includes(binding.studentId) || text.includes(children.younger) || text.includes(billTitle);
  }

  /** The binding is revoked at some moment while the guardian looks and bills are issued. Everything that reached them. */
  async function race(urls: readonly string[], ailment: (typeof ailments)[number], number: number) {
    await using eyes = await Eyes.open(urls, (await guardian.current())!);
    // It is there to be seen before, and every way brings something, so that its absence means something.
    await expect.poll(() => eyes.words.some(showsChild), soon).toBe(true);
    for (const way of ["http", "socket", "event stream"])
      await expect.poll(() => eyes.words.some((word) => word.way.startsWith(way)), soon).toBe(true);
    const [subgraph, how] = ailment.split(" ") as [Ailing, string | undefined];
    await using held = how === "behind" ? await holdBack(graph, subgraph) : undefined;
    const isBilled = ailment !== "payments down";
    if (isBilled) await bill(`${billTitle} ${number}`);
    await using down = how === "down" ? await takeDown(graph, subgraph) : undefined;
    const billing = isBilled ? bill(`${billTitle} ${number} again`) : undefined;
    await delay(Math.random() * 60);

    const answer = await revokeAtGateways();
    const answeredAt = performance.now();
    if (how) expect(answer).toContain(subgraph);
    await billing;
    // Whatever is asked from now on, too; and while what ailed gets well.
    for (const url of urls) await eyes.look(url, "http afterwards");
    await held?.letGo();
    await down?.letGo();
    for (const url of urls) await eyes.look(url, "http afterwards");
    await expect.poll(revoke, soon).toBe("done");
    const last = await Promise.all(urls.map((url) => eyes.look(url, "http afterwards")));
    await eyes.shut();
    // The other child is there again for everybody, and nothing is in the way any more.
    for (const text of last) {
      expect(text).toContain(children.elder);
      expect(text).not.toContain('"errors"');
    }
    return { words: eyes.words, answeredAt };
  }

  /** Where all of the graph runs in one process, an act may run out of its two seconds; a cashier then asks again. */
  async function bill(title: string): Promise<void> {
    const key = crypto.randomUUID();
    for (let tries = 1; ; tries++)
      try {
        await issueBill(cashier, binding.studentId, title, 680, key);
        return;
      } catch (error) {
        if (tries === 5 || !(error instanceof GraphFailure && error.code === "TRY_AGAIN")) throw error;
      }
  }

  /** The first answer that leaves no gateway out: on a machine that others use, that may be the second. */
  async function revokeAtGateways(): Promise<string> {
    for (;;) {
      const answer = await revoke();
      if (!/gateway|bus|TRY_AGAIN/.test(answer)) return answer;
    }
  }

  /** What the registrar is answered: done, who is missing, or to try again. */
  async function revoke(): Promise<string> {
    const input = { bindingId: binding.bindingId, reason: "核准錯誤" };
    try {
      const { revokeBinding } = await registrar.mutate(RevokeBindingDocument, { input });
      return revokeBinding.status === "REVOKED" ? "done" : revokeBinding.status;
    } catch (error) {
      if (error instanceof GraphFailure && error.code === "TAKING_EFFECT")
        return String(error.errors[0]?.extensions?.missing);
      if (error instanceof GraphFailure && error.code === "TRY_AGAIN") return error.code;
      throw error;
    }
  }
});

const billTitle = "賽跑帳單";
