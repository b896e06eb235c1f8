import { type PermissionTable, signedIn, withItsObject } from "@campus-graph/kit/auth/permissions";

/** Who may have what. */
export const permissions = {
  "Query.libraryHours": withItsObject,
  "Student.id": withItsObject,
  "Student.libraryCard": signedIn,
} satisfies PermissionTable;
