import type { EntityManager } from "@mikro-orm/postgresql";
import type { SourcePosition } from "./bus.js";
import type { StreamPosition } from "./event.js";

/** How far this subgraph has read each source. The row of a source is the lock under which its events are handled. */
export class Offsets {
  readonly #em: EntityManager;
  readonly #sources: readonly string[];
  /** As last seen; another copy may have read on, which `take` then finds out. */
  #known = new Map<string, SourcePosition>();

  constructor(em: EntityManager, sources: readonly string[]) {
    this.#em = em;
    this.#sources = sources;
  }

  /** Makes a row for each source that is new. */
  async prepare(): Promise<void> {
    for (const source of this.#sources)
      await this.#em
        .fork()
        .execute("insert into inbox_offset (source) values (?) on conflict do nothing", [source]);
  }

  /** Where to read on in each source, as far as this copy knows. */
  async current(): Promise<SourcePosition[]> {
    if (this.#known.size < this.#sources.length)
      this.#known = new Map((await this.stored()).map((offset) => [offset.source, offset]));
    return [...this.#known.values()];
  }

  /** Where to read on in each source, as the database knows. */
  async stored(): Promise<SourcePosition[]> {
    const rows = await this.#em
      .fork()
      .execute<{ source: string; epoch: number; position: string }[]>(
        "select source, epoch, position from inbox_offset",
      );
    return rows
      .filter(({ source }) => this.#sources.includes(source))
      .map((row) => ({ ...row, position: Number(row.position) }));
  }

  /** Locks the source for the transaction. False when another copy is reading it, or has read on. */
  async take(em: EntityManager, { source, epoch, position }: SourcePosition): Promise<boolean> {
    const rows = await em.execute(
      "select from inbox_offset where source = ? and epoch = ? and position = ? for update skip locked",
      [source, epoch, position],
    );
    if (rows.length === 0) this.#known.delete(source);
    return rows.length === 1;
  }

  /** Moves on, in the transaction that has taken the source. Forgets what it knew until that has committed. */
  async move(em: EntityManager, source: string, { epoch, position }: StreamPosition): Promise<void> {
    this.#known.delete(source);
    await em.execute("update inbox_offset set epoch = ?, position = ? where source = ?", [
      epoch,
      position,
      source,
    ]);
  }

  /** Moves past events that nobody here reacts to, in one statement. False when another copy has read on. */
  async skip({ source, epoch, position }: SourcePosition, to: StreamPosition): Promise<boolean> {
    this.#known.delete(source);
    const rows = await this.#em.fork().execute(
      `update inbox_offset set epoch = ?, position = ?
         where source = ? and epoch = ? and position = ? returning source`,
      [to.epoch, to.position, source, epoch, position],
    );
    if (rows.length === 1) this.moved(source, to);
    return rows.length === 1;
  }

  /** The move has committed. */
  moved(source: string, { epoch, position }: StreamPosition): void {
    this.#known.set(source, { source, epoch, position });
  }
}
