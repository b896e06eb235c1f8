import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BillToPayDocument, MyBillsDocument } from "@campus-graph/clients/generated/operations";
import { startWallet, type WalletServer } from "@campus-graph/wallet/server";
import { as, walletAt } from "../../harness/as.js";
import { type Graph, startGraph } from "../../harness/graph.js";
import { type LosingAnswers, losingAnswersOf } from "./losing-answers.js";

const page = fileURLToPath(new URL("../../../clients/wallet/page/dist", import.meta.url));

/** The demo city, and the wallet beside it, on a way on which answers can get lost. */
export class WalletCity implements AsyncDisposable {
  wallet!: WalletServer;
  readonly #folder = mkdtempSync(join(tmpdir(), "campus-wallet-"));

  private constructor(
    readonly graph: Graph,
    readonly way: LosingAnswers,
  ) {}

  static async start(): Promise<WalletCity> {
    const graph = await startGraph({ demoCity: true });
    const city = new WalletCity(graph, await losingAnswersOf(graph.publicUrl));
    await city.startWallet();
    return city;
  }

  /** Again on the same file: what an operator's restart is. */
  async startWallet(): Promise<void> {
    this.wallet = await startWallet({
      host: "127.0.0.1",
      port: 0,
      partner: walletAt(this.way.url, this.graph.keysFolder),
      file: join(this.#folder, "wallet.sqlite"),
      page,
      firstPauseMs: 100,
    });
  }

  /** The guardian's bills that are to be paid, each with its pictures. */
  async unpaidBills() {
    await using guardian = await as(this.graph, "guardian@campus.example");
    const { myBills } = await guardian.query(MyBillsDocument, { status: "UNPAID" });
    return Promise.all(
      myBills.edges.map(async ({ node: { id } }) => (await guardian.query(BillToPayDocument, { id })).bill!),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.wallet.stop();
    await this.way[Symbol.asyncDispose]();
    await this.graph[Symbol.asyncDispose]();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
