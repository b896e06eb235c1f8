import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, dataOf } from "../../../../test/harness/answer.js";
import { currentNotice } from "../domain/current-notice.js";
import { type BindingAlone, startBinding } from "./binding-alone.js";
import { givenIn } from "./given.js";
import * as operations from "./operations.js";
import { someGuardian } from "./people.js";

describe("consent", () => {
  let graph: BindingAlone;
  let given: ReturnType<typeof givenIn>;

  beforeAll(async () => {
    graph = await startBinding();
    given = givenIn(graph);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it("is asked for with the six items of the law, each in short", async () => {
    const { consentNotice } = dataOf(await graph.execute(someGuardian().viewer, operations.consentNotice));
    expect(consentNotice.summary).toHaveLength(6);
    for (const item of ["一、", "二、", "三、", "四、", "五、", "六、"])
      expect(consentNotice.body).toContain(item);
  });

  it("keeps which text was agreed to, when, and from where", async () => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    await given.consent(guardian, applicationId);
    const [kept] = await graph.rows<{ consent: unknown; body: string }>(
      `select consent, body from application join consent_text on digest = consent ->> 'digest' where id = ?`,
      [applicationId],
    );
    expect(kept).toMatchObject({
      consent: { version: currentNotice.version, address: "127.0.0.1", agreedAt: expect.any(String) },
      body: currentNotice.body,
    });
    const shown = dataOf(
      await graph.execute(
        guardian.viewer,
        "{ myApplications { consentVersion agreedNotice { version summary body } } }",
      ),
    );
    expect(shown.myApplications[0]).toEqual({
      consentVersion: currentNotice.version,
      agreedNotice: {
        version: currentNotice.version,
        summary: currentNotice.summary,
        body: currentNotice.body,
      },
    });
  });

  it.each([
    ["an older version", "2020-1", 0, "CONSENT_NOT_CURRENT"],
    ["a reading before the draft was opened", currentNotice.version, -600_000, "CONSENT_NOT_READ"],
    ["a reading yet to come", currentNotice.version, 600_000, "CONSENT_NOT_READ"],
  ])("refuses %s", async (_, version, offsetMs, code) => {
    const guardian = someGuardian();
    const applicationId = await given.draft(guardian);
    const scrolledToEndAt = new Date(graph.clock.now().getTime() + offsetMs).toISOString();
    const input = { applicationId, version, scrolledToEndAt };
    expect(codeOf(await graph.execute(guardian.viewer, operations.recordConsent, { input }))).toBe(code);
  });

  it("when declined ends the draft and forgets its students and signature", async () => {
    const guardian = someGuardian();
    const applicationId = await given.completeDraft(guardian, await given.student());
    const { declineConsent } = dataOf(
      await graph.execute(guardian.viewer, operations.declineConsent, { id: applicationId }),
    );
    expect(declineConsent).toMatchObject({ status: "DECLINED", requests: [], consentVersion: null });
    const [row] = await graph.rows("select sealed_strokes, consent from application where id = ?", [
      applicationId,
    ]);
    expect(row).toEqual({ sealed_strokes: null, consent: null });
    expect(
      codeOf(await graph.execute(guardian.viewer, operations.declineConsent, { id: applicationId })),
    ).toBe("APPLICATION_NOT_OPEN");
    expect(await given.draft(guardian)).not.toBe(applicationId);
  });
});
