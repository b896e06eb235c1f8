import { defineEntity, p } from "@mikro-orm/core";
import { SignInName } from "../domain/sign-in-name.js";

export const signInNameSchema = defineEntity({
  class: SignInName,
  tableName: "sign_in_name",
  properties: {
    nameIndex: p.text().primary(),
    accountId: p.uuid(),
    kind: p.enum(["EMAIL", "MOBILE", "USER_NAME"] as const),
  },
  indexes: [{ name: "sign_in_name_of_account", properties: ["accountId"] }],
});
