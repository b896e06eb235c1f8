import { defineEntity, p } from "@mikro-orm/core";
import { MailJob } from "../mail/mail-job.js";

export const mailJobSchema = defineEntity({
  class: MailJob,
  tableName: "mail_job",
  properties: {
    id: p.uuid().primary(),
    kind: p.text(),
    dedupe: p.text(),
    letter: p.text().nullable(),
    createdAt: p.datetime(),
    nextTryAt: p.datetime(),
    tries: p.integer().default(0),
    sentAt: p.datetime().nullable(),
    givenUpAt: p.datetime().nullable(),
  },
  uniques: [{ name: "mail_job_dedupe_key", properties: ["dedupe"] }],
  indexes: [
    {
      name: "mail_job_due",
      expression:
        "create index mail_job_due on mail_job (next_try_at) where sent_at is null and given_up_at is null",
    },
  ],
});
