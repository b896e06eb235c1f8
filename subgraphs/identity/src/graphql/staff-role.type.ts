import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import { enumOf } from "@campus-graph/kit/graphql/enums";
import { CalendarDate, EmailAddress } from "@campus-graph/kit/graphql/scalars";
import { dayInTaipei, daysAfter } from "@campus-graph/kit/text/calendar";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import type { IdentityContext } from "../context.js";
import type { Account as DomainAccount } from "../domain/account.js";
import { mayAppointAt } from "../domain/appointing.js";
import {
  type StaffRole as DomainRole,
  dayAfterEnd,
  type StaffRoleState,
  stateOf,
} from "../domain/staff-role.js";
import { contactsOfAccount } from "../use-cases/contacts-of-account.js";
import { RoleName } from "./enums.js";
import { School } from "./school.stub.js";
import { SchoolClass } from "./school-class.stub.js";

const StateName = enumOf(["AWAITS_APPROVAL", "COMING", "IN_EFFECT", "OVER"]);

registerEnumType(StateName, {
  name: "StaffRoleState",
  description: "What a staff role gives its holder now.",
  valuesConfig: {
    AWAITS_APPROVAL: {
      description: "Nothing: somebody else of the IT office, or the bureau, has yet to approve it.",
    },
    COMING: { description: "Nothing yet: its first day is to come." },
    IN_EFFECT: { description: "All that the role may." },
    OVER: { description: "Nothing any more." },
  },
});

@ObjectType({ description: "A role that somebody holds at a school, or for the city, from day to day." })
export class StaffRole {
  @Field(() => ID, { description: "The same as long as the role is held." })
  id!: string;

  @Field(() => RoleName, { description: "The role." })
  role!: RoleName;

  @Field(() => School, {
    nullable: true,
    description: "Where it is held; null for the bureau, and for support of the whole city.",
  })
  school!: School | null;

  @Field(() => SchoolClass, {
    nullable: true,
    description:
      "The class that a teacher was appointed for, where one was named; for who may see the class.",
  })
  schoolClass!: SchoolClass | null;

  @Field(() => CalendarDate, { description: "The first day." })
  from!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "The last day, as it stands now; null: without end. Before `from` where it was ended before it began.",
  })
  until!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "From which day on somebody has ended it; until then undoStaffRoleEnd takes that back. Null: nobody has.",
  })
  endedFrom!: string | null;

  @Field(() => StateName, { description: "What it gives now." })
  state!: StaffRoleState;

  @Field(() => String, { description: "The name of whom it is given." })
  name!: string;

  @Field(() => EmailAddress, { description: "Their login." })
  email!: string;

  @Field(() => Boolean, {
    description:
      "Whether the viewer can approve it: it awaits that, and neither concerns nor comes from them.",
  })
  mayApprove!: boolean;

  @Field(() => Boolean, {
    description: "Whether it is the viewer's own, which nobody changes for themselves.",
  })
  isOwn!: boolean;

  /** Its holder, from whom `account` is presented. */
  holder!: DomainAccount;
}

export const StaffRoleConnection = connectionOf("StaffRole", StaffRole);

export function presentStaffRole(
  context: IdentityContext,
  { account, role }: { account: DomainAccount; role: DomainRole },
): StaffRole {
  const { viewer, clock } = context;
  const { id, role: name, schoolCode = null, classId, from, endedFrom, appointedBy } = role;
  const state = stateOf(role, dayInTaipei(clock.now()));
  const end = dayAfterEnd(role);
  const contacts = contactsOfAccount(context, account);
  const isOwn = account.id === viewer.subject;
  return Object.assign(new StaffRole(), {
    id,
    role: name,
    school: schoolCode === null ? null : Object.assign(new School(), { code: schoolCode }),
    schoolClass: classId === undefined ? null : Object.assign(new SchoolClass(), { id: classId }),
    from,
    until: end === null ? null : daysAfter(end, -1),
    endedFrom,
    state,
    name: contacts.name,
    email: contacts.email,
    mayApprove:
      state === "AWAITS_APPROVAL" &&
      !isOwn &&
      appointedBy !== viewer.subject &&
      mayAppointAt(viewer, schoolCode),
    isOwn,
    holder: account,
  });
}

/** The roles that an account's holder has now. */
export function presentStaffRoles(context: IdentityContext, account: DomainAccount): StaffRole[] {
  const today = dayInTaipei(context.clock.now());
  return account.staffRoles
    .filter((role) => stateOf(role, today) === "IN_EFFECT")
    .map((role) => presentStaffRole(context, { account, role }));
}
