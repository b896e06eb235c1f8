/** The walls of the gateway and of its launcher, for the `.dependency-cruiser.cjs` of the root. */
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

module.exports = [
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
];
