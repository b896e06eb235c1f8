import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  type DocumentNode,
  type ExecutionArgs,
  execute,
  GraphQLError,
  type GraphQLSchema,
  parse,
} from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";
import type { SubgraphClient } from "../subgraphs/client.js";

// biome-ignore lint/suspicious/noExplicitAny: the shape that graphql-tools gives resolvers
type Resolvers = Record<string, Record<string, any>>;

export interface SmallSubgraph {
  typeDefs: string;
  resolvers: Resolvers;
}

/** How a graph answers whatever its resolvers leave open. */
export type Answering = Partial<Pick<ExecutionArgs, "fieldResolver" | "typeResolver">>;

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject"])\n`;

/** Subgraphs without HTTP between: two executors may ask them thousands of operations in a test. */
export class SmallGraph {
  readonly sdl: string;
  readonly #schemas = new Map<string, GraphQLSchema>();
  /** Its subgraphs. */
  get names(): string[] {
    return [...this.#schemas.keys()];
  }

  readonly #documents = new Map<string, DocumentNode>();
  /** Subgraphs that give no answer. */
  readonly dead = new Set<string>();
  /** Bodies that were posted, with the subgraph's name. */
  readonly posted: { subgraph: string; body: string }[] = [];

  constructor(
    readonly name: string,
    subgraphs: Readonly<Record<string, SmallSubgraph>>,
    readonly answering: Answering = {},
  ) {
    const services = Object.entries(subgraphs).map(([subgraph, { typeDefs, resolvers }]) => {
      const document = parse(typeDefs.includes("@link") ? typeDefs : link + typeDefs);
      this.#schemas.set(subgraph, buildSubgraphSchema({ typeDefs: document, resolvers }));
      return { name: subgraph, url: `http://${subgraph}/graphql`, typeDefs: document };
    });
    const { supergraphSdl, errors } = composeServices(services);
    if (!supergraphSdl) throw new Error(`${name}: ${String(errors)}`);
    this.sdl = supergraphSdl;
  }

  readonly client: Pick<SubgraphClient, "post" | "postForText"> = {
    post: async (request, caller) => JSON.parse(await this.client.postForText(request, caller)),
    postForText: async ({ subgraph, body }) => {
      this.posted.push({ subgraph, body });
      if (this.dead.has(subgraph))
        throw new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName: subgraph });
      const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
      const document = this.#documents.get(query) ?? parse(query);
      this.#documents.set(query, document);
      const schema = this.#schemas.get(subgraph);
      if (!schema) throw new Error(`There is no ${subgraph}.`);
      const { data, errors } = await execute({
        schema,
        document,
        variableValues: variables ?? {},
        ...this.answering,
      });
      const shownErrors = errors?.map(({ message, path, extensions }) => ({ message, path, extensions }));
      return JSON.stringify({ data, ...(shownErrors ? { errors: shownErrors } : {}) });
    },
  };
}

const fails = () => {
  throw new GraphQLError("This one always fails.", { extensions: { code: "ALWAYS" } });
};

/** Keys compound, nested and several; @requires, @provides, @shareable, @override; lists with holes; errors. */
export function shop(): SmallGraph {
  const products = [1, 2, 3, 4].map((number) => ({
    id: `p${number}`,
    upc: `u${number}`,
    maker: { code: `m${number % 2}`, country: { iso: "TW" } },
  }));
  const byReference = (ref: { id?: string; upc?: string }) =>
    products.find(({ id, upc }) => id === ref.id || upc === ref.upc) ?? null;
  return new SmallGraph("shop", {
    products: {
      typeDefs: `
        type Query { products(first: Int = 3): [Product]! product(id: ID!): Product matrix: [[Product]!]! holes: [Product!] strict: Strict! }
        type Mutation { rename(id: ID!, name: String!): Product touch: Int! }
        type Strict { must: Product! }
        type Product @key(fields: "id") @key(fields: "upc") {
          id: ID! upc: String! name(upper: Boolean = false, lang: Lang = ZH): String! maker: Maker! weight: Int old: String
          tags: [String!]! related(first: Int): [Product] flaky: String flakyStrict: String!
        }
        enum Lang { ZH EN SECRET @inaccessible }
        type Maker @key(fields: "code country { iso }") { code: String! country: Country! }
        type Country @shareable { iso: String! }`,
      resolvers: {
        Query: {
          products: (_: unknown, { first }: { first: number }) => [...products.slice(0, first), null],
          product: (_: unknown, { id }: { id: string }) => byReference({ id }),
          matrix: () => [[products[0], products[1]], [null, products[0]], []],
          holes: () => [products[0], null],
          strict: () => ({ must: products[0] }),
        },
        Mutation: {
          rename: (_: unknown, { id, name }: { id: string; name: string }) => ({
            ...byReference({ id }),
            named: name,
          }),
          touch: () => 1,
        },
        Product: {
          __resolveReference: byReference,
          name: (
            { id, named }: { id: string; named?: string },
            { upper, lang }: { upper: boolean; lang: string },
          ) => {
            const name = named ?? `name of ${id} ${lang}`;
            return upper ? name.toUpperCase() : name;
          },
          weight: ({ id }: { id: string }) => (id === "p2" ? null : 10),
          old: () => "from products",
          tags: ({ id }: { id: string }) => [id, "tag"],
          related: (product: { id: string }, { first }: { first?: number }) =>
            products.filter(({ id }) => id !== product.id).slice(0, first ?? 2),
          flaky: ({ id }: { id: string }) => (id === "p1" ? fails() : "fine"),
          flakyStrict: ({ id }: { id: string }) => (id === "p3" ? fails() : "fine"),
        },
      },
    },
    stock: {
      typeDefs: `
        type Product @key(fields: "upc") {
          upc: String! weight: Int @external
          inStock: Int shippingCost: Int @requires(fields: "weight") old: String @override(from: "products")
          warehouse: Warehouse broken: String
        }
        type Warehouse { city: String! product: Product! }`,
      resolvers: {
        Product: {
          __resolveReference: (ref: { upc: string }) => (ref.upc === "u4" ? null : ref),
          inStock: ({ upc }: { upc: string }) => Number(upc.slice(1)),
          shippingCost: ({ weight }: { weight: number | null }) => (weight === null ? null : weight * 2),
          old: () => "from stock",
          warehouse: ({ upc }: { upc: string }) => ({ city: "臺北", product: { upc } }),
          broken: fails,
        },
      },
    },
    reviews: {
      typeDefs: `
        type Query { reviews: [Review!]! search(text: String): [Found] node(id: ID!): Node }
        union Found = Review | Product | Maker
        interface Node { id: ID! }
        type Review implements Node @key(fields: "id") { id: ID! stars: Int! product: Product @provides(fields: "upc") author: Author! }
        type Author @key(fields: "name") { name: String! reviews: [Review!]! mood: Mood }
        enum Mood { GOOD BAD HIDDEN @inaccessible }
        type Product @key(fields: "id") { id: ID! upc: String! @external reviews: [Review] best: Review }
        type Maker @key(fields: "code country { iso }") { code: String! country: Country! founded: Int }
        type Country @shareable { iso: String! }`,
      resolvers: {
        Query: {
          reviews: () => ["r1", "r2", "r3"].map((id) => ({ id })),
          search: () => [
            { __typename: "Review", id: "r1" },
            { __typename: "Product", id: "p1", upc: "u1" },
            { __typename: "Maker", code: "m1", country: { iso: "TW" } },
            null,
          ],
          node: (_: unknown, { id }: { id: string }) => ({ __typename: "Review", id }),
        },
        Review: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          stars: ({ id }: { id: string }) => Number(id.slice(1)) || 0,
          product: ({ id }: { id: string }) =>
            id === "r3" ? null : { id: `p${id.slice(1)}`, upc: `u${id.slice(1)}` },
          author: () => ({ name: "吳大貴" }),
        },
        Author: {
          reviews: () => [{ id: "r1" }, { id: "r2" }],
          mood: () => "HIDDEN",
        },
        Product: {
          __resolveReference: ({ id }: { id: string }) => ({ id, upc: `u${id.slice(1)}` }),
          reviews: ({ id }: { id: string }) =>
            id === "p2" ? null : [{ id: `r${id.slice(1)}` }, null, { id: "r1" }],
          best: ({ id }: { id: string }) => (id === "p1" ? { id: "r1" } : null),
        },
        Maker: {
          __resolveReference: (ref: object) => ref,
          founded: ({ code }: { code: string }) => (code === "m1" ? 1950 : fails()),
        },
      },
    },
  });
}

/** Interfaces and unions across subgraphs, an interface that a subgraph knows as an object, hidden types. */
export function media(): SmallGraph {
  const all = [
    { __typename: "Book", id: "b1", title: "書", pages: 100 },
    { __typename: "Film", id: "f1", title: "片", minutes: 90 },
    { __typename: "Tape", id: "t1", title: "帶" },
  ];
  const byId = ({ id }: { id: string }) => all.find((each) => each.id === id) ?? null;
  return new SmallGraph("media", {
    catalogue: {
      typeDefs: `
        type Query { media: [Media]! one(id: ID!): Media shelf: ExampleSubgraph! things: [Thing!]! }
        interface Media @key(fields: "id") { id: ID! title: String! }
        type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int! next: Media }
        type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int next: Film }
        type Tape implements Media @key(fields: "id") @inaccessible { id: ID! title: String! }
        type ExampleSubgraph { first: Media! best: Thing }
        union Thing = Book | Film`,
      resolvers: {
        Query: {
          media: () => all.slice(0, 2),
          one: (_: unknown, ref: { id: string }) => byId(ref),
          shelf: () => ({ first: all[0], best: all[1] }),
          things: () => all.slice(0, 2),
        },
        Media: { __resolveReference: byId },
        Book: { __resolveReference: byId, next: () => all[1] },
        Film: { __resolveReference: byId, next: () => all[1] },
        Tape: { __resolveReference: byId },
      },
    },
    ratings: {
      typeDefs: `
        type Query { rated: [Media!]! }
        type Media @key(fields: "id") @interfaceObject { id: ID! rating: Int notes(first: Int = 2): [Note!]! }
        type Note { text: String! media: Media! }`,
      resolvers: {
        Query: { rated: () => [{ id: "b1" }, { id: "f1" }] },
        Media: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          rating: ({ id }: { id: string }) => (id === "b1" ? 5 : null),
          notes: ({ id }: { id: string }, { first }: { first: number }) =>
            Array.from({ length: first }, (_, index) => ({ text: `note ${index} of ${id}`, media: { id } })),
        },
      },
    },
    shops: {
      typeDefs: `
        type Book @key(fields: "id") { id: ID! price: Int! shop: Shop }
        type Film @key(fields: "id") { id: ID! price: Float }
        interface Shop { name: String! }
        type CornerShop implements Shop { name: String! corner: Boolean! }
        type Hidden implements Shop @inaccessible { name: String! }`,
      resolvers: {
        Book: {
          __resolveReference: (ref: object) => ref,
          price: () => 300,
          shop: () => ({ __typename: "CornerShop", name: "巷口", corner: true }),
        },
        Film: { __resolveReference: () => null, price: () => 1.5 },
      },
    },
  });
}

/**
 * Fields that require another with arguments, where the planner mistakes a client's own arguments for those; keys that
 * a subgraph tells but does not resolve.
 */
export function prices(): SmallGraph {
  const inCurrency = (currency: string, dollars: number) => (currency === "USD" ? dollars : dollars * 0.9);
  return new SmallGraph("prices", {
    prices: {
      typeDefs: `
        type Query { products: [Product!]! }
        enum Currency { USD EUR }
        type Product @key(fields: "id") {
          id: ID! title: String! price(in: Currency!): Int! broken(by: Int): Int group: Group!
          size(metric: Boolean = true): Int seller: Seller
        }
        type Group { mean(in: Currency!): Int! }
        type Seller @key(fields: "place { town }", resolvable: false) @key(fields: "code place { town }") {
          code: ID! place: Place! stars: Int @external rating: String @requires(fields: "stars")
        }
        type Place { town: String! street: String }`,
      resolvers: {
        Query: { products: () => [{ id: "p1", title: "p2", group: {}, seller: { code: "s1" } }] },
        Product: {
          __resolveReference: (ref: object) => ({ ...ref, group: {} }),
          price: (_: unknown, { in: currency }: { in: string }) => inCurrency(currency, 30),
          size: (_: unknown, { metric }: { metric: boolean }) => (metric ? 10 : 4),
          broken: fails,
        },
        Group: { mean: (_: unknown, { in: currency }: { in: string }) => inCurrency(currency, 60) },
        Seller: {
          __resolveReference: (ref: { code?: string }) => (ref.code ? ref : null),
          place: () => ({ town: "臺北" }),
          rating: ({ code, stars }: { code: string; stars: number }) => `${stars} for ${code}`,
        },
      },
    },
    shipping: {
      typeDefs: `
        enum Currency { USD EUR }
        type Product @key(fields: "id") {
          id: ID! price(in: Currency!): Int! @external broken(by: Int): Int @external group: Group! @external
          size(metric: Boolean = true): Int @external
          shipping: String @requires(fields: "price(in: USD)") tax: String @requires(fields: "price(in: EUR)")
          dear: String @requires(fields: "group { mean(in: USD) }") parcel: String @requires(fields: "size")
          lost: String @requires(fields: "broken(by: 1)")
          stock: String
        }
        type Group @external { mean(in: Currency!): Int! }
        type Seller @key(fields: "code") { code: ID! stars: Int }`,
      resolvers: {
        Product: {
          __resolveReference: (ref: object) => ref,
          shipping: ({ price }: { price: number }) => `for ${price} dollars`,
          tax: ({ price }: { price: number }) => `of ${price} euros`,
          dear: ({ group }: { group: { mean: number } }) => `${group.mean} dollars on average`,
          parcel: ({ size }: { size: number }) => `${size} wide`,
          lost: ({ broken }: { broken: number | null }) => broken,
          stock: ({ id }: { id: string }) => `stock of ${id}`,
        },
        Seller: { __resolveReference: (ref: object) => ({ ...ref, stars: 5 }) },
      },
    },
  });
}

/**
 * Values that two subgraphs share, each knowing types of its own among them; an interface whose only subgraph has no
 * object of it. The planner leaves fields out here without a word.
 */
export function museum(): SmallGraph {
  const pieces = {
    vase: { __typename: "Vase", glaze: "celadon", origin: { dynasty: "宋" }, maker: { id: "m1" } },
    coin: { __typename: "Coin", metal: "copper" },
    scroll: { __typename: "Scroll", script: "clerical" },
  };
  const room = `
    type Room @key(fields: "id") { id: ID! display: Display @shareable }
    type Display @shareable { pieces(from: Int = 0): [Piece!]! @shareable }
    type Coin @shareable { metal: String }`;
  const resolvers = (all: readonly object[]) => ({
    Room: { __resolveReference: (ref: object) => ref, display: () => ({}) },
    Display: { pieces: (_: unknown, { from }: { from: number }) => all.slice(from) },
  });
  return new SmallGraph("museum", {
    east: {
      typeDefs: `
        type Query { eastRoom: Room guide: Guide }
        interface Guide @key(fields: "id") { id: ID! }
        ${room} union Piece = Coin | Vase
        type Vase { glaze: String origin: Origin maker: Maker }
        type Origin { dynasty: String }
        type Maker @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Query: { eastRoom: () => ({ id: "r1" }) },
        ...resolvers([pieces.coin, pieces.vase]),
      },
    },
    west: {
      typeDefs: `
        type Query { westRoom: Room }
        ${room} union Piece = Coin | Scroll
        type Scroll { script: String }
        type Guide @key(fields: "id", resolvable: false) @interfaceObject { id: ID! tongue: String }
        type Maker @key(fields: "id") { id: ID! name: String }`,
      resolvers: {
        Query: { westRoom: () => ({ id: "r2" }) },
        ...resolvers([pieces.coin, pieces.scroll]),
        Maker: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `name of ${id}` }) },
      },
    },
  });
}

/** An entity that the subgraph which is asked about it does not know. */
export function nobodysKey(): SmallGraph {
  return new SmallGraph("nobody's key", {
    east: {
      typeDefs: `
        type Query { owner: Owner }
        type Owner @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { owner: () => ({ id: "o1" }) } },
    },
    west: {
      typeDefs: `type Owner @key(fields: "id") { id: ID! name: String! }`,
      resolvers: { Owner: { __resolveReference: () => null } },
    },
  });
}

/** A subgraph of one entity, which a union names too. */
export function lenders(): SmallGraph {
  return new SmallGraph("lenders", {
    east: {
      typeDefs: `
        type Query { founder: Maker }
        type Maker @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: { Query: { founder: () => ({ id: "m1" }) } },
    },
    west: {
      typeDefs: `
        type Query { lenders: [Lender!] }
        union Lender = Maker | Fund
        type Maker @key(fields: "id") { id: ID! name: String }
        type Fund { sum: Int }`,
      resolvers: {
        Maker: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `name of ${id}` }) },
      },
    },
  });
}
