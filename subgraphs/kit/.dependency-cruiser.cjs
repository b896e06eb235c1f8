/** The walls of the subgraphs and of their kit, for the `.dependency-cruiser.cjs` of the root. */
const insideSubgraph = (room) => `^subgraphs/(?!kit/)([^/]+)/src/${room}/`;
const sameSubgraph = (rooms) => `^subgraphs/$1/src/(${rooms})/`;

/**
 * The kit's rooms, from the lowest up, each with what it may know of the others; type-only imports count. All may know the
 * type of the context that work is done with, which is made of a few types of theirs.
 */
const kitRooms = [
  ["refusals", [], "A refusal is a code and its sentences, and knows of nothing that refuses."],
  ["text", ["refusals"], "What people type is read without knowing what for."],
  ["auth", ["refusals"], "Who asks, and what they may do, is found out however they came."],
  [
    "ops",
    ["auth", "refusals"],
    "Configuration, clock, log and traces know nothing of what is run with them.",
  ],
  ["sql", ["ops", "refusals"], "The database is opened for whichever tables are given."],
  ["http", ["auth", "ops"], "The signed server hands bodies on and reads none."],
  [
    "revocation",
    ["auth", "ops", "sql"],
    "What must hold everywhere at once is kept by rows, whatever carries the events.",
  ],
  [
    "graphql",
    ["auth", "http", "ops", "refusals", "sql", "text"],
    "GraphQL is served over HTTP, and knows no event.",
  ],
  [
    "events",
    ["auth", "ops", "revocation", "sql"],
    "Events are carried without knowing what their reactions write.",
  ],
  ["jobs", ["text"], "Later work knows its queue and the city's calendar, and nothing of what the jobs do."],
  [
    "resealing",
    ["auth", "jobs", "sql"],
    "Columns are sealed anew by their names, without knowing what they hold.",
  ],
  ["feed", ["auth", "events", "graphql", "refusals", "sql"], "A feed is a list that reactions write."],
].map(([room, below, comment]) => ({
  name: `kit-${room}`,
  comment,
  severity: "error",
  from: { path: `^subgraphs/kit/src/${room}/`, pathNot: "/test/" },
  to: {
    path: "^subgraphs/kit/src/",
    pathNot: `^subgraphs/kit/src/((${[room, ...below].join("|")})/|context\\.ts$)`,
  },
}));

module.exports = [
  {
    name: "kit-imports-no-subgraph",
    comment: "The kit knows none of the subgraphs that stand on it.",
    severity: "error",
    from: { path: "^subgraphs/kit/" },
    to: { path: "^(subgraphs/(?!kit/)|gateway/|clients/)", pathNot: "^test/" },
  },
  {
    name: "subgraphs-are-strangers",
    comment: "No subgraph imports another; they meet in events and in the graph.",
    severity: "error",
    from: { path: "^subgraphs/(?!kit/)([^/]+)/" },
    to: { path: "^subgraphs/(?!kit/)", pathNot: "^subgraphs/$1/" },
  },
  {
    name: "subgraphs-know-no-gateway",
    comment: "A subgraph imports neither the gateway nor a client; only its tests may use the harness.",
    severity: "error",
    from: { path: "^subgraphs/", pathNot: "(/test/|\\.test\\.ts$)" },
    to: { path: "^(gateway|clients|test)/" },
  },
  ...kitRooms,
  {
    name: "kit-has-these-rooms",
    comment: "A file of the kit stands in a room that has its rule, or puts the rooms together.",
    severity: "error",
    from: {},
    to: {
      path: "^subgraphs/kit/src/[^/]+/",
      pathNot: `^subgraphs/kit/src/(test|${kitRooms.map(({ name }) => name.slice("kit-".length)).join("|")})/`,
    },
  },
  {
    name: "the-context-is-made-of-few-types",
    comment: "All rooms know the context's type, so it may know only what itself knows of no context.",
    severity: "error",
    from: { path: "^subgraphs/kit/src/context\\.ts$" },
    to: { path: "^subgraphs/", pathNot: "^subgraphs/kit/src/(auth/(keys|viewer)|ops/(clock|log))\\.ts$" },
  },
  {
    name: "no-circles-of-types-in-the-kit",
    comment: "No module of the kit reaches itself, by types neither.",
    severity: "error",
    from: { path: "^subgraphs/kit/src/" },
    to: { circular: true },
  },
  {
    name: "domain-is-plain",
    comment:
      "The domain's classes know no database, no GraphQL, no use case, and nobody who might look at them.",
    severity: "error",
    from: { path: insideSubgraph("domain"), pathNot: "\\.test\\.ts$" },
    to: {
      path: "(/src/(use-cases|access|reactions|persistence|graphql)/|node_modules/(@mikro-orm|type-graphql|graphql|pg)/)",
    },
  },
  {
    name: "access-is-decided-apart",
    comment: "Who may see what is decided without the act or the edge that asks.",
    severity: "error",
    from: { path: insideSubgraph("access"), pathNot: "\\.test\\.ts$" },
    to: { path: sameSubgraph("use-cases|graphql|reactions") },
  },
  {
    name: "use-cases-know-no-graphql",
    comment: "A use case can be told without the edge that called it.",
    severity: "error",
    from: { path: insideSubgraph("use-cases"), pathNot: "\\.test\\.ts$" },
    to: { path: sameSubgraph("graphql|reactions") },
  },
  {
    name: "persistence-points-at-the-domain",
    comment:
      "Persistence maps the domain; it calls no use case and no edge, and does not decide who may see what.",
    severity: "error",
    from: { path: insideSubgraph("persistence"), pathNot: "\\.test\\.ts$" },
    to: { path: sameSubgraph("use-cases|access|graphql|reactions") },
  },
  {
    name: "reactions-act-through-use-cases",
    comment: "A reaction hears an event and calls a use case; it reaches no table and speaks no GraphQL.",
    severity: "error",
    from: { path: insideSubgraph("reactions"), pathNot: "\\.test\\.ts$" },
    to: { path: sameSubgraph("graphql|access|persistence") },
  },
  {
    name: "the-edge-reads-no-tables",
    comment:
      "A resolver calls a use case or asks access/; it never reaches into persistence, not even for a type.",
    severity: "error",
    from: { path: insideSubgraph("graphql"), pathNot: "\\.test\\.ts$" },
    to: { path: sameSubgraph("persistence") },
  },
  {
    name: "decorators-stay-at-the-edge",
    comment: "TypeGraphQL decorates only what stands in graphql/.",
    severity: "error",
    from: { path: "^subgraphs/(?!kit/)[^/]+/src/", pathNot: "/src/(graphql/|subgraph\\.ts|print\\.ts)" },
    to: { path: "node_modules/type-graphql/" },
  },
];
