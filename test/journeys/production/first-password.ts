import { randomBytes } from "node:crypto";
import { Cookies } from "@campus-graph/clients/cookies";
import { signIn } from "@campus-graph/clients/sign-in";

/** Where the sign-in leads back to; it is never opened. */
const redirectUri = "http://127.0.0.1/callback";

/** Staff's first sign-in, as the mail tells it: “Forgot password, or first sign-in”, a mailed code, a password of one's own. */
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
      if (!location || location.startsWith(redirectUri)) return;
      page = new URL(location, page);
      body = undefined;
    }
  };
  await visit();
  await visit({ step: "forgot" });
  await visit({ step: "recover", login });
  await visit({ step: "code", code: await nextCode() });
  await visit({ step: "new-password", password });
  return signIn({ url, login, password });
}
