import { type Connection, connect } from "@campus-graph/clients/connect";
import type { NoticeOf } from "@campus-graph/clients/feeds";
import { LinkedBillsDocument } from "@campus-graph/clients/generated/operations";
import { beginLink, endLink, finishLink, linkTokens } from "@campus-graph/clients/link";
import type { Partner } from "@campus-graph/clients/partner";
import type { LinkedNotice, LinkStore } from "./link-store.js";
import { linkedBillNotices } from "./linked-bill-notices.js";

/** What is shown to a payer of their link. */
export interface ShownLink {
  since: string | null;
  bills: unknown[];
  notices: LinkedNotice[];
}

interface Options {
  partner: Partner;
  store: LinkStore;
  redirectUri: string;
  /** How long to wait before a tail that broke is begun again. */
  pauseMs: number;
}

/** Guardians' accounts that payers have linked: each has its own tokens, and its notices are followed as long as it stands. */
export class Links {
  readonly #followed = new Map<string, Connection>();
  #isStopped = false;

  constructor(private readonly options: Options) {}

  /** Goes on with every link, each behind the last notice that came. */
  resume(): void {
    for (const { payer } of this.options.store.all()) void this.#follow(payer);
  }

  /** Where the payer's browser goes to agree. */
  async begin(payer: string, language: "zh-TW" | "en"): Promise<string> {
    const { partner, redirectUri, store } = this.options;
    const { url, state, verifier } = await beginLink(partner, { redirectUri, language });
    store.begin({ state, payer, verifier });
    return url;
  }

  /** The payer came back. False when they did not agree, or the answer is not to their own question. */
  async finish(payer: string, query: URLSearchParams): Promise<boolean> {
    const { partner, redirectUri, store } = this.options;
    const state = query.get("state") ?? "";
    const begun = store.takeBegun(state, payer);
    if (!begun) return false;
    const { refresh_token } = await finishLink(partner, { state, ...begun }, query, redirectUri).catch(
      () => ({ refresh_token: undefined }),
    );
    if (!refresh_token) return false;
    await this.#leave(payer);
    store.put({ payer, refreshToken: refresh_token, since: new Date().toISOString() });
    void this.#follow(payer);
    return true;
  }

  async show(payer: string): Promise<ShownLink> {
    const { store } = this.options;
    const graph = this.#followed.get(payer);
    const link = store.find(payer);
    if (!link || !graph) return { since: null, bills: [], notices: [] };
    const bills = await graph
      .query(LinkedBillsDocument, { first: 20, status: "UNPAID" })
      .then(({ myBills }) => myBills.edges.map(({ node }) => node))
      .catch(() => []);
    return { since: link.since, bills, notices: store.noticesOf(payer) };
  }

  async end(payer: string): Promise<void> {
    const { partner, store } = this.options;
    const link = store.find(payer);
    await this.#leave(payer);
    store.forget(payer);
    if (link) await endLink(partner, link.refreshToken);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const payer of this.#followed.keys()) await this.#leave(payer);
    this.options.store.close();
  }

  async #follow(payer: string): Promise<void> {
    const { partner, store, pauseMs } = this.options;
    const link = store.find(payer);
    if (!link) return;
    const tokens = linkTokens(partner, link.refreshToken, (next) => store.keepRefreshToken(payer, next));
    const graph = connect({ url: partner.url, tokens });
    this.#followed.set(payer, graph);
    const isStanding = () => !this.#isStopped && this.#followed.get(payer) === graph;
    while (isStanding()) {
      try {
        const after = store.find(payer)?.cursor ?? undefined;
        const tail = await graph.subscribe(linkedBillNotices, { after });
        for await (const { notice } of tail) store.keepNotice(payer, shown(notice), notice.cursor);
      } catch {
        // Whatever broke it: whether the link still stands is asked next.
      }
      if (!isStanding()) return;
      const token = await tokens.renew().catch(() => "unknown");
      if (token === undefined) {
        // The guardian has ended it.
        await this.#leave(payer);
        return store.forget(payer);
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  async #leave(payer: string): Promise<void> {
    const graph = this.#followed.get(payer);
    this.#followed.delete(payer);
    await graph?.close();
  }
}

function shown({ id, kind, occurredAt, bill }: NoticeOf<typeof linkedBillNotices>): LinkedNotice {
  return {
    id,
    kind,
    occurredAt,
    accountNumber: bill?.accountNumber ?? null,
    title: bill?.title ?? null,
    amount: bill?.amount ?? null,
    schoolName: bill?.school.name ?? null,
    maskedName: bill?.student.maskedName ?? null,
  };
}
