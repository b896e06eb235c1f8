/** The walls of the repository. Each rule is a sentence; its name is the sentence's short form. */
const gatewayRules = require("./gateway/.dependency-cruiser.cjs");
const subgraphRules = require("./subgraphs/kit/.dependency-cruiser.cjs");

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...gatewayRules,
    ...subgraphRules,
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
