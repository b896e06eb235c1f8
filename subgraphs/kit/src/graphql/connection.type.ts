import { type ClassType, Field, ObjectType } from "type-graphql";
import { PageInfo } from "./page-info.type.js";
import { Cursor } from "./scalars.js";

/** The Relay edge and connection types over one node type, e.g. BillEdge and BillConnection. */
export function connectionOf<T extends object>(name: string, node: ClassType<T>) {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its place.` })
  class Edge {
    @Field(() => Cursor, { description: "This edge's place in the list." })
    cursor!: string;

    @Field(() => node, { description: `The ${name} itself.` })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: "The page's entries, in order." })
    edges!: Edge[];

    @Field(() => PageInfo, { description: "Where the page stands in the list." })
    pageInfo!: PageInfo;
  }

  return Connection;
}
