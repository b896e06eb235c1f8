import { randomBytes } from "node:crypto";
import { EventEmitter, on } from "node:events";
import {
  Arg,
  Ctx,
  Directive,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { countAttempt } from "../../auth/attempts.js";
import { type Keys, parseKeys } from "../../auth/keys.js";
import {
  anyOf,
  anyone,
  ofObject,
  type PermissionTable,
  signedIn,
  withItsObject,
  withRole,
} from "../../auth/permissions.js";
import { textArray, visibleObjects } from "../../auth/visibility.js";
import type { Context } from "../../context.js";
import { defineFeed, type FeedPage } from "../../feed/feed.js";
import { batched, defineBatch } from "../../graphql/batching.js";
import { connectionOf } from "../../graphql/connection.type.js";
import { federate } from "../../graphql/federate.js";
import { type Page, page } from "../../graphql/pagination.js";
import { Refusal } from "../../refusals/refusal.js";
import { recordAudit } from "../../sql/audit.js";
import { once } from "../../sql/idempotency.js";
import { migration } from "../../sql/migrations.js";
import { createSubgraph, type SubgraphOptions } from "../../subgraph.js";

/** The smallest subgraph that uses all of the kit: books, each seen by whom it was lent to. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A book." })
class Book {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => String, { description: "Its title." })
  title!: string;

  @Field(() => String, { nullable: true, description: "What the librarian noted." })
  note!: string | null;
}

const BookConnection = connectionOf("Book", Book);

@ObjectType({ description: "A letter of the shelf to a reader." })
class Letter {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => String, { description: "What happened." })
  kind!: string;
}

const LetterConnection = connectionOf("Letter", Letter);

export const letters = defineFeed({ name: "letters" });

class ShelfFull extends Refusal {
  readonly code = "SHELF_FULL";
}

const bookById = defineBatch<string, Book>(async ({ em, viewer, clock }, ids) => {
  const seen = await visibleObjects(
    em,
    viewer.subject ?? "",
    ids.map((id) => `book:${id}`),
    clock.now(),
  );
  const rows = await em.execute<Book[]>("select id, title, note from book where id = any(?::text[])", [
    textArray(ids.filter((id) => seen.has(`book:${id}`))),
  ]);
  return new Map(rows.map((row) => [row.id, row]));
});

/** Rings with a book's id when it comes back to the shelf of that name. */
export const returns = new EventEmitter();

@Resolver()
class ShelfResolver {
  @Subscription(() => Book, {
    nullable: true,
    description: "A book that comes back; null for one that the viewer does not see.",
    subscribe: ({ args }) => {
      if (args.shelf === "burnt") throw new TypeError("the secret of A123456789");
      return on(returns, String(args.shelf), { close: ["closed"] });
    },
  })
  bookReturned(
    @Ctx() context: Context,
    @Root() [id]: [string],
    @Arg("shelf", () => String, { description: "The shelf that it comes back to." }) shelf: string,
  ): Promise<Book | null> {
    if (id === "unreadable") throw new TypeError(`the secret of ${shelf}`);
    return batched(context, bookById, id);
  }

  @Query(() => BookConnection, { description: "All books." })
  books(
    @Ctx() context: Context,
    @Arg("first", () => Int, { defaultValue: 2, description: "How many." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "From where." }) after: string | null,
  ): Promise<Page<Book>> {
    return page(
      context,
      "books",
      { first, after },
      (key, limit) =>
        context.em.execute("select id, title, note from book where id > ? order by id limit ?", [
          key?.[0] ?? "",
          limit,
        ]),
      (book) => [book.id],
    );
  }

  @Query(() => LetterConnection, { description: "The viewer's letters." })
  letters(
    @Ctx() context: Context,
    @Arg("first", () => Int, { nullable: true, description: "How many." }) first: number | null,
    @Arg("after", () => String, { nullable: true, description: "From where." }) after: string | null,
  ): Promise<FeedPage> {
    return letters.page(context, { first, after });
  }

  @Query(() => Int, { description: "Guesses the shelf's lock; three tries a minute." })
  async guess(@Ctx() context: Context): Promise<number> {
    await countAttempt(context, { scope: "guess", limit: 3, windowMs: 60_000 }, "shelf");
    return 42;
  }

  @Query(() => Int, { description: "Breaks." })
  broken(): number {
    throw new TypeError("the secret of A123456789");
  }

  @Query(() => Int, {
    description: "Counts the books for longer than may be, or until the database ends it.",
  })
  counted(
    @Ctx() { em }: Context,
    @Arg("until", () => String, { description: "timeout, stop or lost." }) until: string,
  ): Promise<number> {
    return em.fork().transactional(async (within) => {
      if (until === "lost")
        await within.execute("select pg_terminate_backend(pg_backend_pid())").catch(() => 0);
      await within.execute(
        until === "stop" ? "select pg_terminate_backend(pg_backend_pid())" : "select pg_sleep(5)",
      );
      return 0;
    });
  }

  @Query(() => String, {
    nullable: true,
    description: "What was noted of a book; of a worn one to registrars alone.",
  })
  async noteOf(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The book." }) id: string,
  ): Promise<string | null> {
    return (await batched(context, bookById, id))!.note;
  }

  @Mutation(() => Int, { description: "Adds a book, once per key." })
  addBook(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "The id." }) id: string,
    @Arg("key", () => ID, { description: "The idempotency key." }) key: string,
  ): Promise<number> {
    return once(context, { scope: "addBook", key, request: { id } }, async (context) => {
      if (id === "too-many") throw new ShelfFull({ shelf: "A" });
      await context.em.execute("insert into book (id, title) values (?, ?)", [id, `Book ${id}`]);
      await recordAudit(context, { act: "addBook", object: `book:${id}` });
      const [row] = await context.em.execute<[{ count: number }]>("select count(*)::int as count from book");
      return row.count;
    });
  }
}

const readable = ofObject({
  says: "whoever sees a book that is not worn",
  who: signedIn,
  find: (context: Context, { id }: { id: string }) => batched(context, bookById, id),
  allows: ({ note }) => note !== "worn",
});

export const permissions = {
  "Query.books": anyone,
  "Query.letters": signedIn,
  "Query.guess": anyone,
  "Query.noteOf": anyOf(withRole("REGISTRAR"), readable),
  "Query.broken": anyone,
  "Query.counted": anyone,
  "Mutation.addBook": signedIn,
  "Subscription.bookReturned": signedIn,
  "Book.note": withRole("REGISTRAR"),
  "Book.*": withItsObject,
  "BookEdge.*": withItsObject,
  "BookConnection.*": withItsObject,
  "Letter.*": withItsObject,
  "LetterEdge.*": withItsObject,
  "LetterConnection.*": withItsObject,
  "PageInfo.*": withItsObject,
} satisfies PermissionTable;

export function exampleSchema(table: PermissionTable = permissions) {
  return federate<unknown>({
    resolvers: [ShelfResolver],
    references: { Book: ({ id }: { id: string }, context) => batched(context, bookById, id) },
    permissions: table,
  });
}

export const keys = parseKeys(
  Object.fromEntries(
    ["viewer", "field", "index", "cursor"].map((name) => [
      name,
      { current: "k1", keys: { k1: randomBytes(32).toString("base64") } },
    ]),
  ),
);

/** Serves the books over a database made for one test. It borrows the schema of binding. */
export function createExampleSubgraph(
  urls: { binding: string; bus: string },
  options: SubgraphOptions = {},
  port = 0,
  ownKeys: Keys = keys,
) {
  return createSubgraph<unknown>(
    {
      name: "binding",
      config: {
        mode: "test",
        host: "127.0.0.1",
        port,
        databaseUrl: urls.binding,
        busUrl: urls.bus,
        publicUrl: "http://campus.test",
        keys: ownKeys,
        logLevel: "silent",
        demoCity: false,
      },
      entities: [],
      migrations: [
        migration("Shelf0001Books", [
          "create table book (id text primary key, title text not null, note text)",
        ]),
      ],
      schema: exampleSchema().schema,
      refusals: { SHELF_FULL: { "zh-TW": "書架 {shelf} 已滿。", en: "Shelf {shelf} is full." } },
      reactions: {
        "binding.BindingRevoked": [
          async ({ em }, { payload }) => {
            await em.execute("delete from visibility where viewer = ?", [payload.subjectId]);
          },
        ],
      },
      feeds: [letters],
      services: undefined,
    },
    options,
  );
}
