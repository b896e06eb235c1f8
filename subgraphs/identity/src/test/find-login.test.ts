import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { type Arrived, alertOf, Browser } from "./browser.js";
import { type Identity, publicUrl, startIdentity } from "./given.js";

const { guardian } = demoPeople;
const path = "/sso/forgot-login";

const challengeIn = ({ text }: Arrived) => /name="challenge" value="([^"]+)"/.exec(text)?.[1] ?? "";

async function askFor(identity: Identity, target: string): Promise<Arrived> {
  const answer = await new Browser(identity).send("POST", path, { target });
  await identity.settle();
  return answer;
}

function show(identity: Identity, challenge: string, code: string): Promise<Arrived> {
  return new Browser(identity).send("POST", path, { challenge, code });
}

it("tells whoever shows the code of an address what they sign in with", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const page = await new Browser(identity).open();
  expect(page.text).toContain(`href="${path}"`);
  const asked = await askFor(identity, ` ${guardian.email.toUpperCase()} `);
  const found = await show(
    identity,
    challengeIn(asked),
    identity.mailbox.codeFor(guardian.email.toUpperCase().replace("CAMPUS.EXAMPLE", "campus.example")),
  );
  for (const login of [guardian.email, guardian.mobile]) expect(found.text).toContain(login);
  expect(found.headers.get("cache-control")).toContain("no-store");
});

it("answers the same and does the same for an address that signs nobody in, until its code is shown", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const work = async (target: string) => {
    const before = identity.statements.length;
    const answer = await askFor(identity, target);
    const plain = answer.text
      .replace(challengeIn(answer), "")
      .replace(/<strong data-reference>\w+<\/strong>/, "");
    return {
      status: answer.status,
      plain,
      statements: identity.statements.slice(before).map((sql) => sql.split(/\(|\[took/)[0]),
    };
  };
  const [known, unknown] = [await work(guardian.email), await work("nobody@example.com")];
  expect(known).toEqual(unknown);
  const asked = await askFor(identity, "nobody-else@example.com");
  const answer = await show(
    identity,
    challengeIn(asked),
    identity.mailbox.codeFor("nobody-else@example.com"),
  );
  expect(answer.text).toContain("沒有以此登入的帳號");
});

it("takes no wrong code, no code twice, and no code in another page's name", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const asked = await askFor(identity, guardian.email);
  const code = identity.mailbox.codeFor(guardian.email);
  const wrong = await show(identity, challengeIn(asked), "22222222");
  expect([wrong.status, alertOf(wrong)]).toEqual([422, "CODE_WRONG"]);
  expect(wrong.text).not.toContain(guardian.mobile);
  expect((await show(identity, challengeIn(asked), code)).status).toBe(200);
  expect(alertOf(await show(identity, challengeIn(asked), code))).toBe("CODE_WRONG");
  expect(alertOf(await show(identity, "no id", code))).toBe("CODE_WRONG");
  expect(alertOf(await askFor(identity, "no address"))).toBe("EMAIL_INVALID");
  const before = identity.mailbox.mails.length;
  for (const origin of ["https://evil.example", "null"]) {
    const form = new URLSearchParams({ target: guardian.email }).toString();
    await new Browser(identity).send("POST", path, form, {
      origin,
      "content-type": "application/x-www-form-urlencoded",
    });
  }
  await identity.settle();
  expect(identity.mailbox.mails).toHaveLength(before);
  expect(new URL(publicUrl).origin).toBe(publicUrl);
});
