import { setTimeout as delay } from "node:timers/promises";
import { connect } from "@campus-graph/clients/connect";
import { IssueBillsDocument, MyClassesDocument } from "@campus-graph/clients/generated/operations";
import { signIn } from "@campus-graph/clients/sign-in";
import pg from "pg";
import type { LaunchedCity } from "./launched-city.js";
import { taipeiDay } from "./taipei-day.js";

/** What a school bills in a year: every child of the class owes each of these. */
const titles = [1, 2].flatMap((term) =>
  ["教科書費", "午餐費", "冷氣維護費", "校外教學", "課後社團", "運動服"].map(
    (what) => `115 學年度第 ${term} 學期${what}`,
  ),
);

export interface BilledClass {
  id: string;
  /** The number of one of its bills. */
  accountNumber: string;
  /** How many bills each of its children owes. */
  bills: number;
}

/** The cashier bills 二年一班, again and again. */
export async function billTheClass(city: LaunchedCity): Promise<BilledClass> {
  const at = (login: string) => signIn({ url: city.url, login, password: city.password });
  const teacher = connect({ url: city.url, tokens: await at("teacher@campus.example") });
  const { myClasses } = await teacher.query(MyClassesDocument);
  const { id } = myClasses[0]!;
  const cashier = connect({ url: city.url, tokens: await at("cashier@campus.example") });
  let accountNumber = "";
  for (const [place, title] of titles.entries()) {
    const { issueBills } = await cashier.mutate(IssueBillsDocument, {
      input: {
        schoolCode: "403601",
        title,
        dueDate: taipeiDay(14),
        items: [1, 2, 3].map((line) => ({ name: `${title}之 ${line}`, amount: 100 * line + place })),
        classIds: [id],
        idempotencyKey: crypto.randomUUID(),
      },
    });
    accountNumber = issueBills.results.find(({ bill }) => bill)!.bill!.accountNumber;
  }
  return { id, accountNumber, bills: titles.length };
}

/** Notices travel as events: waits until the guardian has this many. */
export async function untilNotified(city: LaunchedCity, subject: string, notices: number): Promise<void> {
  const client = new pg.Client(city.adminUrl);
  await client.connect();
  try {
    for (let attempt = 0; attempt < 300; attempt++) {
      const { rows } = await client.query<{ told: number }>(
        "select count(*)::int as told from payments.feed_notice where subject = $1",
        [subject],
      );
      if (rows[0]!.told >= notices) return;
      await delay(100);
    }
    throw new Error(`The guardian was not told of ${notices} bills within half a minute.`);
  } finally {
    await client.end();
  }
}
