import type { StaffRoleName } from "../domain/staff-role.js";

/** The columns of a sheet of staff: the title in our own example first, then others that mean the same. */
export const staffColumns = {
  name: ["姓名", "name"],
  email: ["電子郵件", "電子信箱", "email", "e-mail"],
  role: ["職務", "職稱", "role"],
  from: ["開始日期", "起", "from"],
  until: ["結束日期", "迄", "until"],
} as const;

export type StaffColumn = keyof typeof staffColumns;

export const requiredColumns: readonly StaffColumn[] = ["name", "email", "role"];

export function columnOf(title: string): StaffColumn | null {
  const written = title.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  const found = Object.entries(staffColumns).find(([, titles]) =>
    (titles as readonly string[]).includes(written),
  );
  return found ? (found[0] as StaffColumn) : null;
}

const words: Readonly<Record<string, StaffRoleName>> = {
  導師: "TEACHER",
  教師: "TEACHER",
  註冊組: "REGISTRAR",
  註冊組長: "REGISTRAR",
  出納組: "CASHIER",
  出納: "CASHIER",
  資訊組: "IT",
  資訊組長: "IT",
  客服: "SUPPORT",
  teacher: "TEACHER",
  registrar: "REGISTRAR",
  cashier: "CASHIER",
  it: "IT",
  support: "SUPPORT",
};

/** A role at a school, as people write it; null: none. */
export function roleIn(cell: string): StaffRoleName | null {
  const written = cell.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  return Object.hasOwn(words, written) ? words[written]! : null;
}
