import { anonymous, signRequest } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import { Browser, claimsOf } from "./browser.js";
import { type Identity, keys, startIdentity } from "./given.js";

const it1 = "it@school.example";

/** As `npm run appoint` asks. */
async function appoint(identity: Identity, email: string, role: string, schoolCode: string | null = null) {
  const path = "/internal/appoint-first-staff";
  const body = JSON.stringify({ email, role, schoolCode });
  const viewer = { ...anonymous, clientId: "operator", language: "en" as const };
  const parts = { audience: "identity", method: "POST", path, body, viewer, traceId: newId() };
  const headers = signRequest(keys().ring("viewer"), parts);
  const response = await fetch(identity.running.url + path, { method: "POST", body, headers });
  await identity.settle();
  const answer = (await response.json()) as { outcome?: string; code?: string; message?: string };
  return { status: response.status, ...answer };
}

async function firstSignIn(identity: Identity, email: string) {
  const browser = await new Browser(identity).open();
  await browser.submit("forgot");
  await browser.submit("recover", { login: email });
  await identity.settle();
  await browser.submit("code", { code: identity.mailbox.codeFor(email) });
  await browser.submit("new-password", { password: "nine paper lanterns" });
  return claimsOf(await browser.tokens());
}

it("appoints the first registrar of an empty city, by mail, and the others are told", async () => {
  await using identity = await startIdentity();
  const { status, outcome } = await appoint(identity, "office@school.example", "REGISTRAR", "403601");
  expect({ status, outcome }).toEqual({ status: 200, outcome: "APPOINTED" });
  const [events] = await identity.published("identity.StaffAppointed");
  expect(events?.payload).toMatchObject({ role: "REGISTRAR", schoolCode: "403601" });
  const [mail] = identity.mailbox.to("office@school.example");
  expect(mail?.text).toContain("註冊組");
  expect(mail?.text).toContain("忘記密碼或第一次登入");
  expect(await firstSignIn(identity, "office@school.example")).toMatchObject({
    roles: [{ role: "REGISTRAR", schoolCode: "403601" }],
  });
});

it("writes each appointment down, with who did it", async () => {
  await using identity = await startIdentity();
  await appoint(identity, "office@school.example", "CASHIER", "403601");
  const rows = await identity.running.database.em
    .fork()
    .execute("select client_id, detail from audit where act = 'appoint-first-staff'");
  expect(rows).toMatchObject([{ client_id: "operator", detail: { role: "CASHIER", schoolCode: "403601" } }]);
});

it("does nothing a second time, and sends no second mail", async () => {
  await using identity = await startIdentity();
  await appoint(identity, it1, "IT", "403601");
  expect(await appoint(identity, it1, "IT", "403601")).toMatchObject({ outcome: "HELD_ALREADY" });
  expect(identity.mailbox.to(it1)).toHaveLength(1);
});

it.each(["IT", "BUREAU"])("goes on when one of %s has signed in", async (role) => {
  await using identity = await startIdentity();
  await appoint(identity, it1, role, role === "BUREAU" ? null : "403601");
  identity.clock.advance(1_000);
  await firstSignIn(identity, it1);
  expect(await appoint(identity, "cash@school.example", "CASHIER", "403601")).toMatchObject({
    status: 200,
    outcome: "APPOINTED",
  });
});

it("refuses in a sentence what cannot be", async () => {
  await using identity = await startIdentity();
  const examples = [
    ["a@school.example", "TEACHER", "403601", "BAD_INPUT", "REGISTRAR, CASHIER, IT, BUREAU"],
    ["a@school.example", "REGISTRAR", null, "BAD_INPUT", "403601"],
    ["a@school.example", "IT", "內湖國小", "BAD_INPUT", "403601"],
    ["a@school.example", "BUREAU", "403601", "BAD_INPUT", "BUREAU"],
    ["nobody", "BUREAU", null, "EMAIL_INVALID", "e-mail"],
  ] as const;
  for (const [email, role, school, code, word] of examples) {
    const refused = await appoint(identity, email, role, school);
    expect(refused).toEqual({ status: 422, code, message: expect.stringContaining(word) });
  }
});
