import { CalendarDate, EmailAddress } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import type { StaffRoleName } from "../domain/staff-role.js";
import { appointStaff } from "../use-cases/appoint-staff.js";
import { approveStaffRole } from "../use-cases/approve-staff-role.js";
import { endStaffRole } from "../use-cases/end-staff-role.js";
import { undoStaffRoleEnd } from "../use-cases/undo-staff-role-end.js";
import { RoleName } from "./enums.js";
import { presentStaffRole, StaffRole } from "./staff-role.type.js";

@InputType({ description: "Whom to appoint to what, and for which days." })
class AppointStaffInput {
  @Field(() => EmailAddress, {
    description: "Their login. An account that there is gains the role, a guardian's too.",
  })
  email!: string;

  @Field(() => String, { description: "Their name." })
  name!: string;

  @Field(() => RoleName, { description: "TEACHER, REGISTRAR, CASHIER, IT, BUREAU or SUPPORT." })
  role!: RoleName;

  @Field(() => ID, {
    nullable: true,
    description: "The school; none for the bureau, and none for support of the whole city.",
  })
  schoolCode!: string | null;

  @Field(() => ID, { nullable: true, description: "Of a teacher: the class whose homeroom is theirs." })
  classId!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "The first day; today where left out." })
  from!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "The last day; without end where left out." })
  until!: string | null;
}

@InputType({ description: "Which role ends, and when." })
class EndStaffRoleInput {
  @Field(() => ID, { description: "A role of staff." })
  id!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: "The first day without it; today, that is at once, where left out.",
  })
  on!: string | null;
}

@Resolver()
export class StaffMutations {
  @Mutation(() => StaffRole, {
    description:
      "Gives somebody a staff role, for the days named; a mail tells them what to do next. By the bureau, or the school's IT office, " +
      "whose appointments to REGISTRAR, CASHIER and IT await another person's approveStaffRole. Refusals: FORBIDDEN, OWN_ROLE, " +
      "STAFF_ROLE_HELD, STAFF_NAME_DIFFERS, SCHOOL_UNKNOWN, NAME_INVALID, EMAIL_INVALID, BAD_INPUT.",
  })
  async appointStaff(
    @Ctx() context: IdentityContext,
    @Arg("input", () => AppointStaffInput, { description: "Whom to appoint to what." })
    { schoolCode, classId, from, until, role, ...input }: AppointStaffInput,
  ): Promise<StaffRole> {
    const given = await appointStaff(context, {
      ...input,
      role: role as StaffRoleName,
      schoolCode: schoolCode ?? null,
      classId: classId ?? null,
      from: from ?? null,
      until: until ?? null,
    });
    return presentStaffRole(context, given);
  }

  @Mutation(() => StaffRole, {
    description:
      "Approves what another person of the IT office appointed: from now on it holds. Refusals: NOT_FOUND, OWN_ROLE, OWN_APPOINTMENT, STAFF_ROLE_OVER.",
  })
  async approveStaffRole(
    @Ctx() context: IdentityContext,
    @Arg("id", () => ID, { description: "A role of staff that awaits approval." }) id: string,
  ): Promise<StaffRole> {
    return presentStaffRole(context, await approveStaffRole(context, id));
  }

  @Mutation(() => StaffRole, {
    description:
      "Ends a role from a day on. Where that is today, the answer comes once tokens, sockets and every subgraph know: else TAKING_EFFECT, " +
      "and asking again waits again. Refusals: NOT_FOUND, OWN_ROLE, STAFF_ROLE_OVER, BAD_INPUT, TAKING_EFFECT.",
  })
  async endStaffRole(
    @Ctx() context: IdentityContext,
    @Arg("input", () => EndStaffRoleInput, { description: "Which role, and when." })
    { id, on }: EndStaffRoleInput,
  ): Promise<StaffRole> {
    return presentStaffRole(context, await endStaffRole(context, { id, on: on ?? null }));
  }

  @Mutation(() => StaffRole, {
    description:
      "Takes back that a role was to end, before it has. Refusals: NOT_FOUND, OWN_ROLE, STAFF_ROLE_OVER, STAFF_ROLE_HELD.",
  })
  async undoStaffRoleEnd(
    @Ctx() context: IdentityContext,
    @Arg("id", () => ID, { description: "A role of staff." }) id: string,
  ): Promise<StaffRole> {
    return presentStaffRole(context, await undoStaffRoleEnd(context, id));
  }
}
