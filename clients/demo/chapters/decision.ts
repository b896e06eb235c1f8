import {
  ClassReviewDocument,
  type ClassReviewQuery,
  MyClassesDocument,
  ResubmitRequestDocument,
  ReturnRequestDocument,
} from "../../src/generated/operations.js";
import { type DemoContext, expectThat } from "../context.js";
import type { Family } from "../fixtures.js";
import { drawnSignature } from "../signature.js";
import { approve } from "../steps.js";
import type { Applied } from "./application.js";
import type { Classes } from "./schools.js";

const reason = "與學生的關係應為父親，請更正後再送出。";

/** One teacher approves, the other returns with a reason; the guardian gets both notices, corrects, and is approved. */
export async function decide(
  context: DemoContext,
  { younger, elder }: Family,
  classes: Classes,
  { phone, outcomes, requests }: Applied,
): Promise<void> {
  context.narrator.chapter("The homeroom teachers decide");
  await context.step(
    `The teacher of ${classes.younger} sees the request: the school's data agree`,
    async () => {
      const row = await gridRow(context, younger.teacher, classes.younger, requests.younger);
      expectThat(
        row.dataCheck === "MATCH",
        "The father is on record at this school: the check should say MATCH.",
      );
    },
  );
  await context.step("… and approves it", () => approveOne(context, younger.teacher, requests.younger));
  await context.step(
    `The teacher of ${classes.elder} sees a grandfather of that age, and returns it`,
    async () => {
      await gridRow(context, elder.teacher, classes.elder, requests.elder);
      const teacher = await context.as(elder.teacher);
      const { returnRequest } = await teacher.mutate(ReturnRequestDocument, {
        input: { requestId: requests.elder, reason },
      });
      expectThat(returnRequest.status === "RETURNED", "The request should be returned.");
    },
  );

  await context.step(
    "The father, still without an account, is told of both over his one socket",
    async () => {
      const notice = [await context.take(outcomes), await context.take(outcomes)];
      const approved = notice.find(({ kind }) => kind === "APPROVED")?.request;
      const returned = notice.find(({ kind }) => kind === "RETURNED")?.request;
      expectThat(
        approved?.id === requests.younger,
        "The younger child's request should be told as approved.",
      );
      expectThat(returned?.id === requests.elder, "The elder child's request should be told as returned.");
      expectThat(returned.returnReason === reason, "The reason should come with the notice.");
      expectThat(
        approved.student?.school?.name.includes(younger.schoolName) === true &&
          returned.student?.school?.name.includes(elder.schoolName) === true,
        "Each notice should name the school, which another subgraph knows.",
      );
    },
  );
  await context.step("He corrects the relationship, signs anew and hands it in again", async () => {
    const input = { requestId: requests.elder, relationship: "FATHER", strokes: drawnSignature } as const;
    const { resubmitRequest } = await phone.mutate(ResubmitRequestDocument, { input });
    expectThat(resubmitRequest.status === "PENDING", "The request should be pending again.");
  });
  await context.step("The teacher approves it", async () => {
    const { pending } = await gridRow(context, elder.teacher, classes.elder, requests.elder);
    const shown = pending.find(({ id }) => id === requests.elder);
    expectThat(shown?.version === 2, "The grid should show the request as it was sent in again.");
    await approveOne(context, elder.teacher, requests.elder, shown.version);
  });
  await context.step("… and the father is told, over the same socket", async () => {
    const notice = await context.take(outcomes);
    expectThat(
      notice.kind === "APPROVED" && notice.request?.id === requests.elder,
      "The elder child's request should be told as approved.",
    );
  });
}

/** The row of the class grid in which this request waits, with the guardian's data that identity adds. */
async function gridRow(context: DemoContext, login: string, className: string, requestId: string) {
  const teacher = await context.as(login);
  return context.until(`the request stands in the grid of ${className}`, async () => {
    const { myClasses } = await teacher.query(MyClassesDocument);
    const schoolClass = myClasses.find(({ name }) => name === className);
    if (!schoolClass) return undefined;
    const { classReview } = await teacher.query(ClassReviewDocument, { classId: schoolClass.id });
    return classReview.find((row) => waits(row, requestId));
  });
}

function waits({ pending }: ClassReviewQuery["classReview"][number], requestId: string): boolean {
  return pending.some(({ id, guardian }) => id === requestId && guardian !== null);
}

async function approveOne(
  context: DemoContext,
  login: string,
  requestId: string,
  version = 1,
): Promise<void> {
  const [result] = await approve(await context.as(login), [requestId], version);
  expectThat(result?.ok === true, `The approval was refused: ${result?.refusal?.code}.`);
}
