/** Whom an operator may appoint in an empty city. */
export const firstStaffRoles = ["REGISTRAR", "CASHIER", "IT", "BUREAU"] as const;
export type FirstStaffRole = (typeof firstStaffRoles)[number];

export function isFirstStaffRole(role: string): role is FirstStaffRole {
  return (firstStaffRoles as readonly string[]).includes(role);
}

/** The office that holds the role. */
export const officeOf: Readonly<Record<FirstStaffRole, Readonly<Record<"zh-TW" | "en", string>>>> = {
  REGISTRAR: { "zh-TW": "註冊組", en: "the registrar" },
  CASHIER: { "zh-TW": "出納組", en: "the cashier" },
  IT: { "zh-TW": "資訊組", en: "the IT office" },
  BUREAU: { "zh-TW": "教育局", en: "the education bureau" },
};
