import { defineEntity, p } from "@mikro-orm/core";
import { CookieSession } from "../domain/cookie-session.js";

export const cookieSessionSchema = defineEntity({
  class: CookieSession,
  tableName: "cookie_session",
  properties: {
    digest: p.text().primary(),
    kind: p.enum(["ACCOUNT", "APPLICANT"] as const),
    subjectId: p.uuid(),
    sid: p.text(),
    verifiedEmail: p.text().nullable(),
    applicationId: p.uuid().nullable(),
    openedAt: p.datetime(),
    usedAt: p.datetime(),
    expiresAt: p.datetime(),
  },
  indexes: [
    { name: "cookie_session_sid", properties: ["sid"] },
    { name: "cookie_session_subject", properties: ["subjectId"] },
    { name: "cookie_session_expiry", properties: ["expiresAt"] },
    { name: "cookie_session_use", properties: ["usedAt"] },
  ],
});
