import type { ViewerRole } from "@campus-graph/kit/auth/viewer";
import { Field, ID, ObjectType } from "type-graphql";
import type { Account } from "../domain/account.js";
import { RoleName } from "./enums.js";
import { School } from "./school.stub.js";

@ObjectType({ description: "A role that somebody holds at a school." })
export class StaffRole {
  @Field(() => ID, { description: "The same as long as the role is held." })
  id!: string;

  @Field(() => RoleName, { description: "The role." })
  role!: RoleName;

  @Field(() => School, { description: "Where it is held." })
  school!: School;
}

export function presentStaffRoles({ id, roles }: Account): StaffRole[] {
  return staffRolesOf(id, roles);
}

/** Those of the roles that are held at a school. */
export function staffRolesOf(accountId: string, roles: readonly ViewerRole[]): StaffRole[] {
  return roles.flatMap(({ role, schoolCode }) => {
    if (schoolCode === undefined) return [];
    const school = Object.assign(new School(), { code: schoolCode });
    return [Object.assign(new StaffRole(), { id: `${accountId} ${role} ${schoolCode}`, role, school })];
  });
}
