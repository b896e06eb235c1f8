import type { StaffRoleName } from "./staff-role.js";

/** The office that holds each role, as people call it. */
export const officeOf: Readonly<Record<StaffRoleName, Readonly<Record<"zh-TW" | "en", string>>>> = {
  TEACHER: { "zh-TW": "導師", en: "a homeroom teacher" },
  REGISTRAR: { "zh-TW": "註冊組", en: "the registrar" },
  CASHIER: { "zh-TW": "出納組", en: "the cashier" },
  IT: { "zh-TW": "資訊組", en: "the IT office" },
  BUREAU: { "zh-TW": "教育局", en: "the education bureau" },
  SUPPORT: { "zh-TW": "客服人員", en: "support" },
};
