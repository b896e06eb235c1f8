import type { Page } from "@campus-graph/kit/graphql/pagination";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { readChildDisclosures, readMyDisclosures } from "../use-cases/read-disclosures.js";
import { type Disclosure, DisclosureConnection, presentDisclosures } from "./disclosure.type.js";

@Resolver()
export class DisclosureQueries {
  @Query(() => DisclosureConnection, {
    description: "Who was shown something of the viewer's that screens hide, and why; the newest first.",
  })
  async myDisclosures(
    @Ctx() context: IdentityContext,
    @Arg("first", () => Int, { nullable: true, defaultValue: 20, description: "How many, at most 100." })
    first: number | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place." })
    after: string | null,
  ): Promise<Page<Disclosure>> {
    return presentDisclosures(await readMyDisclosures(context, { first: first ?? 20, after }));
  }

  @Query(() => DisclosureConnection, {
    description:
      "Who was shown something of a child that the viewer is bound to, or of the viewer for it; the newest first. Empty for everybody else.",
  })
  async childDisclosures(
    @Ctx() context: IdentityContext,
    @Arg("studentId", () => ID, { description: "The child." }) studentId: string,
    @Arg("first", () => Int, { nullable: true, defaultValue: 20, description: "How many, at most 100." })
    first: number | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place." })
    after: string | null,
  ): Promise<Page<Disclosure>> {
    return presentDisclosures(await readChildDisclosures(context, studentId, { first: first ?? 20, after }));
  }
}
