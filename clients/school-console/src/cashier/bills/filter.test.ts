import { describe, expect, it } from "vitest";
import { indexStudents } from "../students/student-index.js";
import { addressOf, filterWithoutState, readNarrowing, understand } from "./filter.js";

const student = (id: string, name: string, seatNumber: number, studentNumber: string | null = null) => ({
  id,
  name,
  maskedName: "林O",
  seatNumber,
  studentNumber,
});
const index = indexStudents([
  {
    id: "c2",
    name: "二年一班",
    grade: 2,
    students: [student("a", "林小佑", 1, "1130001"), student("b", "王大明", 11)],
  },
  { id: "c1", name: "一年一班", grade: 1, students: [student("c", "歐陽 娜娜", 3)] },
]);
const ids = (typed: string) => {
  const found = understand(typed, index);
  return found.kind === "STUDENTS" ? found.studentIds : found.kind;
};

describe("what is typed to find a bill", () => {
  it.each([
    ["4803006300000198"],
    ["4803 0063 0000 0198"],
    [" 4803-0063-0000-0198 "],
    ["４８０３００６３０００００１９８"],
  ])("is an account number when it has sixteen digits: %s", (typed) => {
    expect(understand(typed, index)).toEqual({ kind: "NUMBER", accountNumber: "4803006300000198" });
  });

  it("is a student by a part of the name, the student number, or class and seat", () => {
    expect(ids("小佑")).toEqual(["a"]);
    expect(ids("歐陽娜")).toEqual(["c"]);
    expect(ids("1130001")).toEqual(["a"]);
    expect(ids("二年一班 11")).toEqual(["b"]);
    expect(ids("二年一班1")).toEqual(["a", "b"]);
    expect(ids("娜 娜")).toEqual(["c"]);
  });

  it("says how many digits are still missing, and that there is nobody", () => {
    expect(understand("4803 0063", index)).toEqual({ kind: "DIGITS", digits: 8 });
    expect(ids("趙")).toBe("NOBODY");
    expect(ids("  ")).toBe("NOTHING_TYPED");
  });

  it("finds no bill at all where there is nobody, instead of every bill", () => {
    const all = readNarrowing("");
    expect(filterWithoutState(all, { kind: "NOBODY" })).toEqual({ studentIds: [] });
    expect(filterWithoutState(all, { kind: "NOTHING_TYPED" })).toEqual({});
  });
});

it("keeps state, class and title in the address, and nobody's name", () => {
  const narrowing = { show: "OVERDUE", classId: "c2", title: "學雜費 & 午餐" } as const;
  expect(readNarrowing(addressOf(narrowing).split("?")[1]!)).toEqual(narrowing);
  expect(readNarrowing("show=WHATEVER").show).toBe("ALL");
});
