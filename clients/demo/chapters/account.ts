import { randomBytes } from "node:crypto";
import type { Connection } from "../../src/connect.js";
import { GraphFailure } from "../../src/failure.js";
import { ChangePasswordDocument, MeDocument, MyBillsDocument } from "../../src/generated/operations.js";
import { type DemoContext, expectThat } from "../context.js";
import type { Family } from "../fixtures.js";

/** The approval made an account: its first sign-in asks a fresh code, and then a password of one's own. */
export async function openAccount(context: DemoContext, { guardian }: Family): Promise<Connection> {
  context.narrator.chapter("The guardian's account");
  const known = await context.step("The father reads the mail that says his account is ready", async () => {
    const mail = await context.nextMail(guardian.email, 1, ({ subject }) => subject.includes("帳號"));
    expectThat(!mail.text.includes(guardian.nationalId.slice(-6)), "The mail must not hold the password.");
    return (await context.mailsTo(guardian.email)).length;
  });
  const initialPassword = guardian.nationalId.slice(-6);
  const session = await context.step(
    "… signs in: e-mail, last six of his national ID, and a fresh code by mail",
    () => context.signIn(guardian.email, initialPassword, () => context.nextCode(guardian.email, known)),
  );
  const phone = context.connect(session);
  await context.step("… can do nothing before he has changed his password", () =>
    expectRefusal("MUST_CHANGE_PASSWORD", () => phone.query(MyBillsDocument)),
  );
  await context.step("… changes it", async () => {
    const newPassword = randomBytes(12).toString("base64url");
    const input = { currentPassword: initialPassword, newPassword };
    const { changePassword } = await phone.mutate(ChangePasswordDocument, { input });
    expectThat(!changePassword.mustChangePassword, "No further change should be asked for.");
    await session.renew();
  });
  await context.step("… and sees both children and no bill yet", async () => {
    const me = await context.until("both children are there", async () => {
      const { me } = await phone.query(MeDocument);
      const schools = me?.bindings.map(({ student }) => student?.school?.name) ?? [];
      return schools.length === 2 && schools.every((school) => school !== undefined) ? me : undefined;
    });
    expectThat(me.unpaidBillCount === 0, "There should be no unpaid bill yet.");
  });
  return phone;
}

/** The act must be refused with exactly this code. */
export async function expectRefusal(code: string, perform: () => Promise<unknown>): Promise<void> {
  const refusal = await perform().then(
    () => undefined,
    (error: unknown) => error,
  );
  expectThat(refusal !== undefined, `This should have been refused with ${code}.`);
  if (!(refusal instanceof GraphFailure)) throw refusal;
  expectThat(refusal.code === code, `This should have been refused with ${code}, not with ${refusal.code}.`);
}
