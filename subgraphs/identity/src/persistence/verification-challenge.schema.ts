import { defineEntity, p } from "@mikro-orm/core";
import { VerificationChallenge } from "../domain/verification-challenge.js";

export const verificationChallengeSchema = defineEntity({
  class: VerificationChallenge,
  tableName: "verification_challenge",
  properties: {
    id: p.uuid().primary(),
    purpose: p.enum(["APPLICATION", "SIGN_IN", "CONTACT"] as const),
    targetIndex: p.text(),
    by: p.enum(["EMAIL", "SMS"] as const).default("EMAIL"),
    target: p.text().nullable(),
    codeDigest: p.text(),
    tries: p.integer().default(0),
    sentAt: p.datetime(),
    expiresAt: p.datetime(),
    askedFrom: p.text().nullable(),
    supersededAt: p.datetime().nullable(),
    usedAt: p.datetime().nullable(),
  },
  indexes: [
    {
      name: "verification_challenge_live",
      expression: `create index verification_challenge_live on verification_challenge (target_index, purpose)
        where used_at is null and superseded_at is null`,
    },
  ],
});
