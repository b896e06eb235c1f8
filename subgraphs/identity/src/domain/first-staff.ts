/** Whom an operator may appoint in an empty city. */
export const firstStaffRoles = ["REGISTRAR", "CASHIER", "IT", "BUREAU"] as const;
export type FirstStaffRole = (typeof firstStaffRoles)[number];

export function isFirstStaffRole(role: string): role is FirstStaffRole {
  return (firstStaffRoles as readonly string[]).includes(role);
}
