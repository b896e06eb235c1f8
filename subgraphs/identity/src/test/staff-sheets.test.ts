import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import { codeOf, fresh, type Identity, startIdentity } from "./given.js";

const school = "403601";
const it1 = fresh(newId(), { role: "IT", schoolCode: school });

const mutation = `mutation ($input: ImportStaffInput!) { importStaff(input: $input) {
  applied lines { line name email role from until outcome } problems { line column code message } } }`;

async function importSheet(identity: Identity, input: object, viewer = it1) {
  const answer = await identity.execute(viewer, mutation, { input: { schoolCode: school, ...input } });
  await identity.settle();
  return { code: codeOf(answer), ...answer.data?.importStaff };
}

const sheet =
  "姓名,電子郵件,職務,開始日期,結束日期\n林老師,lin@school.example,導師,,\n吳出納,wu@school.example,出納組,,2099/07/31\n";

async function accounts(identity: Identity): Promise<number> {
  const [row] = await identity.rows<{ count: string }>("select count(*) from account");
  return Number(row!.count);
}

it("shows what it would do, does it, and does nothing the second time", async () => {
  await using identity = await startIdentity();
  const plan = await importSheet(identity, { content: sheet, dryRun: true });
  expect(plan).toMatchObject({
    applied: false,
    problems: [],
    lines: [
      { line: 2, name: "林老師", role: "TEACHER", outcome: "APPOINTED" },
      { line: 3, name: "吳出納", role: "CASHIER", until: "2099-07-31", outcome: "AWAITS_APPROVAL" },
    ],
  });
  expect([await accounts(identity), identity.mailbox.to("lin@school.example").length]).toEqual([0, 0]);
  expect(await importSheet(identity, { content: sheet })).toMatchObject({ applied: true, lines: plan.lines });
  expect([await accounts(identity), identity.mailbox.to("lin@school.example").length]).toEqual([2, 1]);
  const again = await importSheet(identity, { content: sheet });
  expect(again.lines.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["HELD", "HELD"]);
});

it("reads bytes, of UTF-8 with a mark and of Big5", async () => {
  await using identity = await startIdentity();
  const marked = Buffer.from(`\uFEFF${sheet}`).toString("base64");
  expect((await importSheet(identity, { bytes: marked, dryRun: true })).lines).toHaveLength(2);
  // 姓名,電子郵件,職務 and 林,lin@school.example,導師, as a spreadsheet saves them in Taiwan.
  const big5 = Buffer.from(
    "a96da6572cb971a46cb66ca5f32cc2beb0c80aaa4c2c6c696e407363686f6f6c2e6578616d706c652cbec9ae76",
    "hex",
  ).toString("base64");
  expect((await importSheet(identity, { bytes: big5, dryRun: true })).lines).toMatchObject([
    { name: "林", role: "TEACHER" },
  ]);
});

it.each([
  ["no name", ",a@b.example,導師", { line: 2, column: "姓名", code: "REQUIRED" }],
  ["no address", "林老師,lin,導師", { line: 2, column: "電子郵件", code: "BAD_EMAIL" }],
  ["a role that there is none of", "林老師,a@b.example,校長", { line: 2, column: "職務", code: "BAD_ROLE" }],
  ["a masked name", "林O師,a@b.example,導師", { line: 2, column: "姓名", code: "BAD_NAME" }],
  ["a formula", '"=HYPERLINK(""http://x"")",a@b.example,導師', { line: 2, code: "FORMULA" }],
  ["a formula in full width", "＝1+1,a@b.example,導師", { line: 2, code: "FORMULA" }],
  ["the same twice", "林,a@b.example,導師\n林,A@b.example,導師", { line: 3, code: "TWICE_ON_SHEET" }],
])("does nothing of a sheet with %s, and says in which line", async (_, lines, problem) => {
  await using identity = await startIdentity();
  const content = `姓名,電子郵件,職務\n${lines}\n吳老師,wu@school.example,導師`;
  const answer = await importSheet(identity, { content });
  expect(answer).toMatchObject({ applied: false, lines: [] });
  expect(answer.problems).toContainEqual(expect.objectContaining(problem));
  expect(await accounts(identity)).toBe(0);
});

it.each([
  ["an unknown column", "姓名,電子郵件,職務,備註\n林,a@b.example,導師,好", "UNKNOWN_COLUMN"],
  ["a missing column", "姓名,職務\n林,導師", "MISSING_COLUMN"],
  ["nobody on it", "姓名,電子郵件,職務", "EMPTY_SHEET"],
  ["quotes that do not match", '姓名,電子郵件,職務\n"林,a@b.example,導師', "BAD_CSV"],
  ["damaged text", "姓\uFFFD,電子郵件,職務\n林,a@b.example,導師", "DAMAGED_TEXT"],
  ["a day that there is not", "姓名,電子郵件,職務,開始日期\n林,a@b.example,導師,2099-02-30", "BAD_DATE"],
  ["a day that is over", "姓名,電子郵件,職務,開始日期\n林,a@b.example,導師,2020-02-03", "BAD_INPUT"],
  [
    "more people than one sheet may have",
    `姓名,電子郵件,職務\n${"林,a@b.example,導師\n".repeat(101)}`,
    "TOO_MANY_LINES",
  ],
])("refuses a sheet with %s", async (_, content, code) => {
  await using identity = await startIdentity();
  expect((await importSheet(identity, { content })).problems).toContainEqual(
    expect.objectContaining({ code }),
  );
});

it("takes a spreadsheet's quoted text for text, and days of the Republic", async () => {
  await using identity = await startIdentity();
  const content = '姓名,電子郵件,職務,開始日期\n="林老師",="lin@school.example",導師,188/9/1';
  expect((await importSheet(identity, { content, dryRun: true })).lines).toMatchObject([
    { name: "林老師", from: "2099-09-01" },
  ]);
});

it("lets nobody appoint themselves by a sheet, nor at another school", async () => {
  await using identity = await startIdentity();
  const office = "姓名,電子郵件,職務\n林老師,lin@school.example,資訊組";
  await importSheet(identity, { content: office }, fresh(newId(), { role: "BUREAU" }));
  const [appointed] = await identity.published("identity.StaffAppointed");
  const self = fresh(appointed!.payload.subjectId, { role: "IT", schoolCode: school });
  const content = "姓名,電子郵件,職務\n林老師,lin@school.example,出納組";
  expect((await importSheet(identity, { content }, self)).problems).toMatchObject([
    { line: 2, code: "OWN_ROLE" },
  ]);
  expect((await importSheet(identity, { content, schoolCode: "343602" })).code).toBe("FORBIDDEN");
});

it("wants a text or bytes", async () => {
  await using identity = await startIdentity();
  expect((await importSheet(identity, {})).code).toBe("BAD_INPUT");
});
