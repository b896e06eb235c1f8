import { randomBytes } from "node:crypto";
import { Cookies } from "@campus-graph/clients/cookies";
import { signIn } from "@campus-graph/clients/sign-in";
import { Authenticator, recoveryCodesIn } from "../../../subgraphs/identity/src/test/authenticator.js";

/** Where the sign-in leads back to; it is never opened. */
const redirectUri = "http://127.0.0.1/callback";

/**
 * Staff's first sign-in, as the mail tells it: “Forgot password, or first sign-in”, a mailed code, a password of one's own,
 * an authenticator, and codes for when it is lost, by which they sign in from then on here.
 */
export async function firstSignIn(
  url: string,
  login: string,
  nextCode: () => Promise<string>,
  password = randomBytes(12).toString("base64url"),
) {
  const cookies = new Cookies();
  let page = new URL("/sso/auth", url);
  page.search = new URLSearchParams({
    client_id: "parent-app",
    response_type: "code",
    scope: "openid",
    redirect_uri: redirectUri,
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
  }).toString();
  const visit = async (form?: Record<string, string>) => {
    let body = form && new URLSearchParams(form);
    for (;;) {
      const response = await fetch(page, {
        method: body ? "POST" : "GET",
        body: body ?? null,
        redirect: "manual",
        headers: { cookie: cookies.headerFor(page) },
      });
      cookies.keep(response.headers);
      const location = response.headers.get("location");
      if (!location || location.startsWith(redirectUri)) return response.text();
      page = new URL(location, page);
      body = undefined;
    }
  };
  await visit();
  await visit({ step: "forgot" });
  await visit({ step: "recover", login });
  await visit({ step: "code", code: await nextCode() });
  const enrolment = await visit({ step: "new-password", password });
  const phone = Authenticator.readFrom({ text: enrolment });
  const shown = await visit({ step: "enrol-authenticator", code: phone.code(new Date()) });
  const recoveryCodes = recoveryCodesIn({ text: shown });
  await visit({ step: "leave-recovery-codes" });
  const askSecondFactor = async () => recoveryCodes.pop()!;
  return { session: await signIn({ url, login, password, askSecondFactor }), askSecondFactor };
}
