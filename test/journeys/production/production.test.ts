import { generateKeyPairSync } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "@campus-graph/clients/connect";
import {
  BadgeDocument,
  ChangePasswordDocument,
  ConfirmVerificationCodeDocument,
  IssueBillsDocument,
  MyBillsDocument,
  MyClassesDocument,
  NotifyPaymentDocument,
  RequestVerificationCodeDocument,
  SchoolClassesDocument,
  StartApplicationDocument,
} from "@campus-graph/clients/generated/operations";
import { partnerTokens, proofOfPayment } from "@campus-graph/clients/partner";
import { signIn } from "@campus-graph/clients/sign-in";
import type { TokenSource } from "@campus-graph/clients/tokens";
import { findFreePort } from "@campus-graph/launch/ports";
import { checkoutFolder } from "@campus-graph/launch/settings";
import { until } from "@campus-graph/launch/until";
import { calculateJwkThumbprint, type JWK } from "jose";
import { expect, it } from "vitest";
import { sheetOf } from "../../../clients/demo/class-sheet.js";
import { inventFamily } from "../../../clients/demo/fixtures.js";
import { addStudent, agree, approve, declare, signAndSubmit } from "../../../clients/demo/steps.js";
import { Mailbox } from "../../../subgraphs/identity/src/test/mailbox.js";
import { Page } from "../../harness/page.js";
import { firstSignIn } from "./first-password.js";
import { productionLines } from "./readme.js";
import { Terminal } from "./terminal.js";

const waitMs = 60_000;

it("starts by the README's own lines, and comes to the first paid bill", { timeout: 400_000 }, async () => {
  await using stack = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), "campus-production-"));
  chmodSync(folder, 0o755);
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  const mailbox = await Mailbox.start();
  stack.defer(() => mailbox.stop());
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const bank = await bankKey();
  writeFileSync(join(folder, "bank-public-key.pem"), bank.publicPem);
  writeFileSync(join(folder, "schools.csv"), "code,name,level\n193601,新設國小,國小\n");
  const { settings, shell } = productionLines(join(checkoutFolder(), "README.md"), {
    "/srv/campus": folder,
    "https://campus.example": url,
    "smtps://user:password@mail.example": mailbox.url,
  });
  const [makeKeys, start, firstPeople, enterSheet] = shell as [string, string, string, string];

  await new Terminal(makeKeys, port).ends();
  writeFileSync(join(folder, "settings.env"), settings);
  const running = new Terminal(start, port);
  stack.defer(() => running.interrupt());
  await running.waitFor("is ready at", 180_000);
  expect(running.output).toContain("Nothing stands in the way.");
  expect(running.output).not.toContain("campus.example");
  await new Terminal(firstPeople, port).ends();

  const usedCodes = new Set<string>();
  /** The code that is mailed there, or was just now; each is given once. */
  const nextCode = async (address: string) => {
    const fresh = await until(() => {
      const [, code] = /^([2-9A-HJKMNP-Z]{8})$/m.exec(mailbox.to(address).at(-1)?.text ?? "") ?? [];
      return code === undefined || usedCodes.has(code) ? undefined : code;
    }, waitMs);
    if (!fresh) throw new Error(`No code came to ${address}.`);
    usedCodes.add(fresh);
    return fresh;
  };
  const open = (tokens?: TokenSource) =>
    stack.adopt(connect({ url, ...(tokens && { tokens }) }), (it) => it.close());
  const staff = async (login: string) => open((await firstSignIn(url, login, () => nextCode(login))).session);

  const { guardian, younger } = inventFamily();
  const child = { ...younger, teacher: "teacher@school.example" };
  const registrar = "registrar@school.example";
  const password = "seven slow boats to 內湖";
  const { askSecondFactor } = await firstSignIn(url, registrar, () => nextCode(registrar), password);
  writeFileSync(join(folder, "sheet.csv"), sheetOf(child, "三年一班", guardian.nationalId).csv);
  // In the terminal of the first people, where the settings are known already.
  const [readSettings] = firstPeople.split("\n");
  const entered = await new Terminal(
    `${readSettings}\n${enterSheet}`,
    port,
    `${password}\n${await askSecondFactor()}\n`,
  ).ends();
  expect(entered).toContain('"applied":true,"added":1');

  const anyone = open();
  const challenge = await anyone.mutate(RequestVerificationCodeDocument, {
    input: { by: "EMAIL", target: guardian.email },
  });
  const { challengeId } = challenge.requestVerificationCode;
  const { confirmVerificationCode } = await anyone.mutate(ConfirmVerificationCodeDocument, {
    input: { challengeId, code: await nextCode(guardian.email) },
  });
  const applicant = stack.adopt(connect({ url, token: confirmVerificationCode.token }), (it) => it.close());
  const { startApplication } = await applicant.mutate(StartApplicationDocument);
  const requestId = await addStudent(applicant, startApplication.id, child, "FATHER");
  await agree(applicant, startApplication.id);
  const { declaration } = await declare(applicant, startApplication.id, guardian);
  await signAndSubmit(applicant, startApplication.id, declaration);

  await until(() => (mailbox.to(child.teacher).length > 0 ? true : undefined), waitMs);
  const teacher = await staff(child.teacher);
  await until(
    async () => ((await teacher.query(MyClassesDocument)).myClasses.length > 0 ? true : undefined),
    waitMs,
  );
  const approved = await until(async () => {
    const [result] = await approve(teacher, [requestId]);
    return result?.ok ? true : undefined;
  }, waitMs);
  expect(approved).toBe(true);

  await until(() => mailbox.to(guardian.email).find(({ subject }) => subject.includes("帳號")), waitMs);
  const initial = guardian.nationalId.slice(-6);
  const promptForCode = () => nextCode(guardian.email);
  const session = await signIn({ url, login: guardian.email, password: initial, askCode: promptForCode });
  const phone = open(session);
  const newPassword = "nine paper lanterns over the river";
  await phone.mutate(ChangePasswordDocument, { input: { currentPassword: initial, newPassword } });
  await session.renew();

  const cashier = await staff("cashier@school.example");
  const { school } = await cashier.query(SchoolClassesDocument, { code: child.schoolCode });
  await cashier.mutate(IssueBillsDocument, {
    input: {
      schoolCode: child.schoolCode,
      title: "營養午餐費",
      items: [{ name: "午餐", amount: 3200 }],
      dueDate: new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10),
      classIds: school!.classes.map(({ id }) => id),
      idempotencyKey: crypto.randomUUID(),
    },
  });
  const bill = await until(async () => (await phone.query(MyBillsDocument)).myBills.edges[0]?.node, waitMs);
  const partner = { url, clientId: "bank", privateKey: bank.privateKey };
  const input = {
    accountNumber: bill!.accountNumber,
    amount: bill!.amount,
    channel: "ATM" as const,
    transactionNumber: "B1",
    paidAt: new Date().toISOString(),
  };
  const { notifyPayment } = await open(partnerTokens(partner)).mutate(NotifyPaymentDocument, {
    input,
    proof: await proofOfPayment(partner, input),
  });
  expect(notifyPayment.outcome).toBe("RECEIVED");
  expect((await phone.query(BadgeDocument)).me?.unpaidBillCount).toBe(0);

  const page = new Page({ publicUrl: url, password: newPassword });
  await page.signIn(guardian.email);
  expect(await page.session()).toMatchObject({ kind: "SIGNED_IN", email: guardian.email });
  expect(await page.execute(`${BadgeDocument}`)).toMatchObject({ me: { unpaidBillCount: 0 } });
  const app = await page.fetch("/parent/", { headers: { accept: "text/html" } });
  expect([app.status, app.headers.get("content-security-policy")]).toEqual([
    200,
    expect.stringContaining("script-src 'self'"),
  ]);

  await running.interrupt();
  expect(running.output.trim()).toMatch(/Stopped\. The data stays for the next start\.$/);
});

/** As a bank makes it: the city is given the public half, and knows it by its thumbprint. */
async function bankKey() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const kid = await calculateJwkThumbprint(publicKey.export({ format: "jwk" }) as JWK);
  return {
    publicPem: publicKey.export({ type: "spki", format: "pem" }) as string,
    privateKey: { ...(privateKey.export({ format: "jwk" }) as JWK), alg: "ES256", kid },
  };
}
