import { DatabaseSync } from "node:sqlite";

/** A payer's link to a guardian's account. */
export interface Link {
  payer: string;
  /** What renews its tokens; replaced at each renewal. */
  refreshToken: string;
  /** Behind the last notice that came; null: none came yet. */
  cursor: string | null;
  since: string;
}

/** What a payer is shown of a notice. */
export interface LinkedNotice {
  id: string;
  kind: string;
  occurredAt: string;
  accountNumber: string | null;
  title: string | null;
  amount: number | null;
  schoolName: string | null;
  maskedName: string | null;
}

/** Links, those that were begun, and the notices that came, in the wallet's file. */
export class LinkStore {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      create table if not exists begun_link (state text primary key, payer text not null, verifier text not null) strict;
      create table if not exists link (
        payer text primary key, refreshToken text not null, cursor text, since text not null) strict;
      create table if not exists notice (payer text not null, id text not null, content text not null,
        primary key (payer, id)) strict;`);
  }

  begin({ state, payer, verifier }: { state: string; payer: string; verifier: string }): void {
    this.#database.prepare("insert into begun_link values (?, ?, ?)").run(state, payer, verifier);
  }

  /** The link that was begun under this state, once; by this payer, or there is none. */
  takeBegun(state: string, payer: string): { verifier: string } | undefined {
    const row = this.#database
      .prepare("delete from begun_link where state = ? and payer = ? returning verifier")
      .get(state, payer);
    return row && { verifier: String(row.verifier) };
  }

  put({ payer, refreshToken, since }: Omit<Link, "cursor">): void {
    this.forget(payer);
    this.#database.prepare("insert into link values (?, ?, null, ?)").run(payer, refreshToken, since);
  }

  keepRefreshToken(payer: string, refreshToken: string): void {
    this.#database.prepare("update link set refreshToken = ? where payer = ?").run(refreshToken, payer);
  }

  /** A notice and the place behind it, together: whatever dies in between, none is lost and none comes twice. */
  keepNotice(payer: string, notice: LinkedNotice, cursor: string): void {
    this.#database.exec("begin immediate");
    this.#database
      .prepare("insert or ignore into notice values (?, ?, ?)")
      .run(payer, notice.id, JSON.stringify(notice));
    this.#database.prepare("update link set cursor = ? where payer = ?").run(cursor, payer);
    this.#database.exec("commit");
  }

  find(payer: string): Link | undefined {
    return this.#database.prepare("select * from link where payer = ?").get(payer) as Link | undefined;
  }

  all(): Link[] {
    return this.#database.prepare("select * from link").all() as unknown as Link[];
  }

  /** The newest first. */
  noticesOf(payer: string): LinkedNotice[] {
    const rows = this.#database
      .prepare("select content from notice where payer = ? order by rowid desc limit 20")
      .all(payer);
    return rows.map(({ content }) => JSON.parse(String(content)) as LinkedNotice);
  }

  /** What came by a link goes with it. */
  forget(payer: string): void {
    this.#database.prepare("delete from link where payer = ?").run(payer);
    this.#database.prepare("delete from notice where payer = ?").run(payer);
  }

  close(): void {
    this.#database.close();
  }
}
