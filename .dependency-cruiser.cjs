/** The walls of the repository. Each rule is a sentence; its name is the sentence's short form. */
const insideSubgraph = (room) => `^subgraphs/(?!kit/)([^/]+)/src/${room}/`;
const sameSubgraph = (rooms) => `^subgraphs/$1/src/(${rooms})/`;

/**
 * The gateway's rooms, each with what it may know of the others; type-only imports count. All may know `errors`, the
 * gateway's own refusals, and nobody may know what puts the rooms together: `gateway.ts`, what stands beside it, `open-mode/`.
 */
const gatewayRooms = [
  ["errors", [], "The gateway's refusals know nothing else of it."],
  ["subgraphs", [], "What talks to subgraphs knows not what for."],
  ["viewer", ["subgraphs"], "Who asks is found out without knowing what is asked."],
  ["planning", [], "A plan is made of an operation and a supergraph, and of nothing else."],
  [
    "execution",
    ["planning", "subgraphs", "viewer"],
    "A plan is run for a viewer by asking subgraphs, however the operation came in.",
  ],
  [
    "operations",
    ["execution", "subgraphs", "viewer"],
    "What may run is decided for all transports alike, so none of them is known there.",
  ],
  ["http", ["operations", "subgraphs", "viewer"], "HTTP hands operations on and never runs one."],
  [
    "subscriptions",
    ["http", "operations", "execution", "subgraphs", "viewer"],
    "Sockets and event streams stand on HTTP, and prepare and run operations as it does.",
  ],
  [
    "observability",
    ["http", "operations", "execution", "subgraphs"],
    "Whoever is observed does not know by whom: observers stand above, and see no viewer.",
  ],
  ["ide", ["http"], "The IDE is a page, and knows the graph by its schema only."],
].map(([room, below, comment]) => ({
  name: `gateway-${room}`,
  comment,
  severity: "error",
  from: { path: `^gateway/src/${room}/`, pathNot: "\\.test\\.ts$" },
  to: { path: "^gateway/src/", pathNot: `^gateway/src/(${[room, "errors", ...below].join("|")})/` },
}));

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

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "No module reaches itself by way of others.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "imports-resolve",
      comment: "Every import leads somewhere; Vite's `?url` to a file that is served.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "\\?url$" },
    },
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
    {
      name: "gateway-takes-little-from-the-kit",
      comment:
        "The gateway takes from the kit only the viewer, configuration, a service's main, allowed origins, the session cookie, keys and their rotation, log, tracing, the ends of a socket and the bus's listener.",
      severity: "error",
      from: { path: "^gateway/src/", pathNot: "(/test/|\\.test\\.ts$)" },
      to: {
        path: "^subgraphs/",
        pathNot:
          "^subgraphs/kit/src/(auth/(viewer|session-cookie|keys)|http/(origins|graphql-ws-socket)|ops/(config|environment|service-main|log|tracing|clock|follow-keys)|sql/id|refusals/refusal|graphql/kit-refusals|events/[^/]*|revocation/[^/]*)",
      },
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
    ...gatewayRooms,
    {
      name: "gateway-has-these-rooms",
      comment: "A file of the gateway stands in a room that has its rule, or puts the rooms together.",
      severity: "error",
      from: {},
      to: {
        path: "^gateway/src/[^/]+/",
        pathNot: `^gateway/src/(test|open-mode|${gatewayRooms.map(({ name }) => name.slice("gateway-".length)).join("|")})/`,
      },
    },
    {
      name: "launcher-knows-only-the-supergraph-file",
      comment: "The launcher imports no part of the graph: it knows supergraph.yaml and starts processes.",
      severity: "error",
      from: {
        path: "^gateway/launch/",
        pathNot: "(^gateway/launch/src/(commands/|doctor/keys\\.ts$)|\\.test\\.ts$)",
      },
      to: {
        path: "^(subgraphs|clients|schema|test)/|^gateway/src/",
        pathNot: "^schema/(compose|supergraph-file)\\.ts$",
      },
    },
    {
      name: "the-doctor-opens-what-keys-sealed",
      comment:
        "Whether keys and data belong together is found out as the subgraphs do; the doctor knows no more of them.",
      severity: "error",
      from: { path: "^gateway/launch/src/doctor/keys\\.ts$" },
      to: {
        path: "^(subgraphs|clients|schema|test|gateway/src)/",
        pathNot: "^(subgraphs/kit/src/(auth/keys|ops/key-checks)|schema/supergraph-file)\\.ts$",
      },
    },
    {
      name: "commands-speak-as-the-gateway-does",
      comment:
        "A command that asks the running graph knows its addresses, the keys and how a request is signed; nothing else.",
      severity: "error",
      from: { path: "^gateway/launch/src/commands/" },
      to: {
        path: "^(subgraphs|clients|schema|test|gateway/src)/",
        pathNot:
          "^(subgraphs/kit/src/(auth/keys|auth/viewer|refusals/refusal)|gateway/src/subgraphs/supergraph)\\.ts$",
      },
    },
    {
      name: "the-gateway-needs-no-launcher",
      comment: "The gateway runs without what starts it on a developer's machine; only its tests use that.",
      severity: "error",
      from: { path: "^gateway/src/", pathNot: "(/test/|\\.test\\.ts$)" },
      to: { path: "^gateway/launch/" },
    },
    {
      name: "schema-imports-nobody",
      comment: "The schema folder holds what all agree on, so it depends on none of them.",
      severity: "error",
      from: { path: "^schema/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(gateway|subgraphs|clients|test)/" },
    },
    {
      name: "clients-speak-graphql-only",
      comment: "A client knows the graph by its schema, never by its code.",
      severity: "error",
      from: { path: "^clients/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(gateway|subgraphs)/" },
    },
    {
      name: "clients-know-no-screen",
      comment: "The typed client works without a browser: it imports no app, and nothing that apps share.",
      severity: "error",
      from: { path: "^clients/(src|demo|conform)/" },
      to: { path: "^clients/(ui|parent-app|school-console|wallet)/" },
    },
    {
      name: "the-wallet-uses-the-client-alone",
      comment: "The wallet is what a partner copies: beside itself it knows what the packed client exports.",
      severity: "error",
      from: { path: "^clients/wallet/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(clients|schema|test)/", pathNot: "^clients/(wallet|src)/" },
    },
    {
      name: "ui-knows-no-app",
      comment: "What the browser apps share imports none of them.",
      severity: "error",
      from: { path: "^clients/ui/" },
      to: { path: "^clients/(parent-app|school-console)/" },
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
    {
      name: "code-needs-no-test",
      comment: "Nothing that runs for the city imports a test or its harness.",
      severity: "error",
      from: { path: "^(gateway|subgraphs|schema|clients)/", pathNot: "(/test/|\\.test\\.ts$)" },
      to: { path: "(^test/|\\.test\\.ts$|/src/test/)" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(/dist/|^test/bench/peers/)" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["source", "import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
    },
    combinedDependencies: true,
  },
};
