import { enumOf } from "@campus-graph/kit/graphql/enums";
import { registerEnumType } from "type-graphql";
import { partnerChannels } from "../domain/partner.js";

export const RoleName = enumOf([
  "GUARDIAN",
  "TEACHER",
  "REGISTRAR",
  "CASHIER",
  "IT",
  "BUREAU",
  "PARTNER",
  "SUPPORT",
]);

registerEnumType(RoleName, {
  name: "Role",
  description: "What a person may be in the graph. Staff roles are held at a school.",
  valuesConfig: {
    GUARDIAN: { description: "Holds a binding to a student, or applies for one (家長)." },
    TEACHER: {
      description: "Homeroom teacher (導師): reviews the applications of the classes that roster assigns.",
    },
    REGISTRAR: { description: "Keeps the school's roster (註冊組)." },
    CASHIER: { description: "Issues and reconciles the school's bills (出納組)." },
    IT: { description: "Looks after accounts at the school (資訊組)." },
    BUREAU: { description: "The city's bureau of education (教育局), over all schools." },
    PARTNER: { description: "A payment partner's program, such as a wallet or a bank." },
    SUPPORT: { description: "Helps people: sees states, never persons." },
  },
});

export const CodeDelivery = enumOf(["EMAIL", "SMS"]);

registerEnumType(CodeDelivery, {
  name: "CodeDelivery",
  description: "How a verification code reaches the applicant.",
  valuesConfig: {
    EMAIL: { description: "By e-mail; the code is good for one hour." },
    SMS: {
      description:
        "By text message; the code is good for ten minutes. SMS_NOT_AVAILABLE where the city sends none, or none any more today.",
    },
  },
});

export const LoginCheckName = enumOf(["FREE", "OWN", "TAKEN", "ID_CHANGED", "PERSON_HAS_ACCOUNT"]);

registerEnumType(LoginCheckName, {
  name: "LoginCheck",
  description: "Whether an e-mail address can become a guardian's login.",
  valuesConfig: {
    FREE: { description: "Nobody signs in with it: approval makes a new account." },
    OWN: {
      description: "It is the login of this very person: approval adds the guardian role to that account.",
    },
    TAKEN: { description: "Another person signs in with it: approval would fail with EMAIL_TAKEN." },
    ID_CHANGED: {
      description:
        "It is the login of a person of this name under another national ID: whoever approves confirms that it is the same person, whose number was corrected or renewed.",
    },
    PERSON_HAS_ACCOUNT: {
      description:
        "For reviewers: nobody signs in with it, and the person has an account under another login, whose owner is asked after approval.",
    },
  },
});

export const ChannelName = enumOf(partnerChannels);

// Payments has the same enum: what both say of it must be the same.
registerEnumType(ChannelName, {
  name: "Channel",
  description: "A way to pay a bill.",
  valuesConfig: {
    EASY_WALLET: { description: "悠遊付, a wallet; the news comes at once." },
    PAY_TAIPEI: { description: "PayTaipei, the city's payment platform; the news takes a day." },
    CREDIT_CARD: { description: "Credit card, through i繳費; the news comes at once." },
    ATM: {
      description: "Bank transfer, at a machine or in a bank's app by TWQR; the news comes the same day.",
    },
    CONVENIENCE_STORE: { description: "A store's till, by barcode; the news takes three days or more." },
  },
});

export type ChannelName = keyof typeof ChannelName;
export type RoleName = keyof typeof RoleName;
export type CodeDelivery = keyof typeof CodeDelivery;
