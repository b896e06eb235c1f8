import { SettableClock } from "@campus-graph/kit/ops/clock";

/** One child of a made-up class. National IDs are well-formed and belong to nobody we know of. */
export interface Child {
  seat: number | string;
  name: string;
  nationalId: string;
  father?: string;
  mother?: string;
}

export const lin: Child = { seat: 27, name: "林承佑", nationalId: "B122191235", father: "Q122300889" };
export const cao: Child = { seat: 28, name: "曹景維", nationalId: "H122198543" };
export const ge: Child = { seat: 29, name: "葛子墨", nationalId: "N122205850", mother: "A222308197" };
export const hua: Child = { seat: 30, name: "花語妍", nationalId: "Q222213169" };

export interface SheetOptions {
  className?: string;
  teacher?: { name: string; email: string };
}

/** The class sheet of these children. */
export function sheet(
  children: readonly Child[],
  { className = "二年一班", teacher }: SheetOptions = {},
): string {
  const lines = children.map(({ seat, name, nationalId, father = "", mother = "" }) =>
    [className, seat, name, nationalId, father, mother, teacher?.name ?? "", teacher?.email ?? ""].join(","),
  );
  return ["班級,座號,姓名,身分證號,父親身分證號,母親身分證號,導師姓名,導師電子郵件", ...lines].join("\n");
}

/** As many children as asked for, with valid national IDs counted up. */
export function children(count: number): Child[] {
  return Array.from({ length: count }, (_, at) => ({
    seat: at + 1,
    name: `王小${"甲乙丙丁戊己庚辛壬癸"[at % 10]}`,
    nationalId: nationalIdOf(10_000 + at),
  }));
}

/** A valid national ID that starts with A1 and goes on with the number. */
export function nationalIdOf(number: number): string {
  const digits = `1${String(number).padStart(7, "0")}`;
  const weights = [8, 7, 6, 5, 4, 3, 2, 1];
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * weights[at]!, 1);
  return `A${digits}${(10 - (sum % 10)) % 10}`;
}

/** The class sheet of one child with a birth date. */
export function born(child: Child, birthDate: string, className = "二年一班"): string {
  return `班級,座號,姓名,身分證號,出生日期\n${className},${child.seat},${child.name},${child.nationalId},${birthDate}`;
}

/** Early in a school year, so that an age fits a grade. */
export function inSeptember(): SettableClock {
  const clock = new SettableClock();
  clock.advance(Date.parse("2026-09-10T00:00:00Z") - Date.now());
  return clock;
}

export function codesOf({ problems }: { problems: { code: string }[] }): string[] {
  return problems.map(({ code }) => code);
}

/** What the answer's problems want handed back. */
export function confirmationsOf({ problems }: { problems: { confirmation: string | null }[] }): string[] {
  return problems.flatMap(({ confirmation }) => confirmation ?? []);
}
