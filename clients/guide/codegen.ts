import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "node_modules/@campus-graph/clients/api.graphql",
  documents: "operations/**/*.graphql",
  generates: {
    "generated.ts": {
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        documentMode: "string",
        useTypeImports: true,
        // Money travels as a number, every other scalar as a string; one that is missing here fails the run instead of becoming `unknown`.
        strictScalars: true,
        scalars: {
          ID: "string",
          Cursor: "string",
          Date: "string",
          DateTime: "string",
          EmailAddress: "string",
          PayAccountNumber: "string",
          Money: "number",
        },
      },
    },
  },
};

export default config;
