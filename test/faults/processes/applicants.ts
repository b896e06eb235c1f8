import { join } from "node:path";
import { createApplicantTokens } from "@campus-graph/identity/applicant-tokens";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { inject } from "vitest";

/** An applicant's token for any subject, as identity mints it once an address is verified. */
export async function tokenOf(subjectId: string, publicUrl: string): Promise<string> {
  const keys = readKeys(join(inject("keysFolder"), "identity.json"));
  const tokens = await createApplicantTokens(keys.jwks("applicantJwks"), publicUrl);
  const verifiedEmail = `${subjectId}@example.com` as Parameters<typeof tokens.mint>[0]["verifiedEmail"];
  return (await tokens.mint({ subjectId, verifiedEmail, applicationId: null }, new Date())).token;
}

/** The cursor of the end of an applicant's list: what comes after it is news. */
export async function endOf(url: string, token: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: "{ bindingNotices(last: 1) { pageInfo { endCursor } } }" }),
  });
  const { data } = (await response.json()) as {
    data: { bindingNotices: { pageInfo: { endCursor: string } } };
  };
  return data.bindingNotices.pageInfo.endCursor;
}
