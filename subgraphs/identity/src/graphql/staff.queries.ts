import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { listStaff } from "../use-cases/list-staff.js";
import { RoleName } from "./enums.js";
import { presentStaffRole, StaffRoleConnection } from "./staff-role.type.js";

@Resolver()
export class StaffQueries {
  @Query(() => StaffRoleConnection, {
    description:
      "Who holds which staff role, by school and role: for a school's IT office at that school, for the bureau everywhere.",
  })
  async staff(
    @Ctx() context: IdentityContext,
    @Arg("schoolCode", () => ID, {
      nullable: true,
      description: "The school; only the bureau leaves it out, and gets all schools.",
    })
    schoolCode: string | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50, description: "How many, at most 100." })
    first: number | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place." })
    after: string | null,
    @Arg("withPast", () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: "True: also roles that are over.",
    })
    withPast: boolean | null,
    @Arg("role", () => RoleName, {
      nullable: true,
      description: "Only this role; every role where left out.",
    })
    role: RoleName | null,
    @Arg("onlyAwaiting", () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: "True: only what awaits approval.",
    })
    onlyAwaiting: boolean | null,
  ) {
    const filter = {
      schoolCode: schoolCode ?? null,
      role: role ?? null,
      onlyAwaiting: onlyAwaiting ?? false,
      withPast: withPast ?? false,
    };
    const { edges, pageInfo } = await listStaff(context, filter, { first: first ?? 50, after });
    return {
      edges: edges.map(({ cursor, node }) => ({ cursor, node: presentStaffRole(context, node) })),
      pageInfo,
    };
  }
}
