import "reflect-metadata";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLInt,
  GraphQLNonNull,
  type GraphQLSchema,
  GraphQLString,
  lexicographicSortSchema,
  parse,
} from "graphql";
import { buildSchemaSync, createResolversMap } from "type-graphql";
import { enforcePermissions, type PermissionTable } from "../auth/permissions.js";
import type { Context } from "../context.js";
import { DateTime } from "./scalars.js";

/** How an entity is found again from its key; null when it is not there, or not for this viewer. */
export type ReferenceResolver<S> = (reference: never, context: Context<S>) => unknown;

export interface FederatedDefinition<S> {
  // TypeGraphQL names classes by their constructor type.
  // biome-ignore lint/complexity/noBannedTypes: TypeGraphQL's own parameter type
  resolvers: [Function, ...Function[]];
  /** Entities and interface implementations that no resolver returns. */
  // biome-ignore lint/complexity/noBannedTypes: TypeGraphQL's own parameter type
  orphanedTypes?: Function[];
  /** Every entity of this subgraph by its type's name. */
  references: Readonly<Record<string, ReferenceResolver<S>>>;
  permissions: PermissionTable<S>;
}

/** Marks a subscription as the live tail of a list of the same feed; the gateway serves it. */
const tail = new GraphQLDirective({
  name: "tail",
  description: "This subscription is the live tail of the named list.",
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { of: { type: new GraphQLNonNull(GraphQLString), description: "The list's field of Query." } },
});

/**
 * Federation's own, of the cost specification: what a field counts where its work, or the bytes that it adds, are more
 * than its object's. Without it an object counts 1 and a leaf nothing.
 */
const cost = new GraphQLDirective({
  name: "cost",
  locations: [
    DirectiveLocation.ARGUMENT_DEFINITION,
    DirectiveLocation.ENUM,
    DirectiveLocation.FIELD_DEFINITION,
    DirectiveLocation.INPUT_FIELD_DEFINITION,
    DirectiveLocation.OBJECT,
    DirectiveLocation.SCALAR,
  ],
  args: { weight: { type: new GraphQLNonNull(GraphQLInt) } },
});

const links = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@provides", "@requires", "@inaccessible", "@composeDirective", "@cost"])
  @link(url: "https://campus-graph.example/tail/v1.0", import: ["@tail"])
  @composeDirective(name: "@tail")
`;

/**
 * A federation subgraph from TypeGraphQL classes: the printed schema, sorted, and the executable one with the
 * permission table in front of every field.
 */
export function federate<S>({
  resolvers,
  orphanedTypes = [],
  references,
  permissions,
}: FederatedDefinition<S>): {
  sdl: string;
  schema: GraphQLSchema;
} {
  const built = buildSchemaSync({
    resolvers,
    orphanedTypes,
    validate: false,
    directives: [tail, cost],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    // TypeGraphQL wants one as soon as a subscription exists. Tails are served by the gateway, from the lists; an ordinary
    // subscription brings events of its own by `subscribe`, whose `return` must end a wait for the next one.
    pubSub: { publish: () => undefined, subscribe: () => nothing() },
  });
  const sdl = `${links}\n${printSchemaWithDirectives(lexicographicSortSchema(built))}\n`;
  const resolverMap = createResolversMap(built) as Record<string, Record<string, unknown>>;
  for (const [entity, resolve] of Object.entries(references))
    resolverMap[entity] = {
      ...resolverMap[entity],
      __resolveReference: async (reference: never, context: Context<S>) => {
        const found = await resolve(reference, context);
        return found === null || found === undefined ? null : Object.assign(found, { __typename: entity });
      },
    };
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolverMap as never });
  enforcePermissions(schema, permissions);
  return { sdl, schema };
}

/** Whether some subscription is no tail, so that the subgraph itself has to stream it. */
export function hasOrdinarySubscriptions(schema: GraphQLSchema): boolean {
  const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  return fields.some(({ astNode }) => !astNode?.directives?.some(({ name }) => name.value === "tail"));
}

async function* nothing(): AsyncGenerator<never> {}
