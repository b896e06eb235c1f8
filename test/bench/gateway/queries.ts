import { demoPeople } from "@campus-graph/schema/demo-city";
import { type BilledClass, billTheClass, untilNotified } from "../city/bills.js";
import { moveFamiliesIn } from "../city/families.js";
import type { LaunchedCity } from "../city/launched-city.js";
import { tokenMint } from "../city/tokens.js";

/** A query that is sent to all subjects: the request's body and its token. */
export interface Query {
  name: string;
  token: string;
  body: string;
}

/** Fills the city, and gives the four questions of the benchmark with the tokens of those who ask them. */
export async function prepareQueries(city: LaunchedCity): Promise<Query[]> {
  const { parentOfFour } = await moveFamiliesIn(city);
  const billed = await billTheClass(city);
  await untilNotified(city, parentOfFour, 4 * billed.bills);
  const mint = await tokenMint(city);
  const parent = await mint({
    subject: parentOfFour,
    clientId: "parent-app",
    roles: [{ role: "GUARDIAN" }],
  });
  const teacher = await mint({
    subject: demoPeople.teacher.subjectId,
    clientId: "parent-app",
    roles: [{ role: "TEACHER", schoolCode: "403601" }],
  });
  const wallet = await mint({ subject: "wallet", clientId: "wallet", roles: [{ role: "PARTNER" }] });
  return questions(billed).map(([name, who, query, variables]) => ({
    name,
    token: { parent, teacher, wallet }[who],
    body: JSON.stringify({ query, operationName: /query (\w+)/.exec(query)![1], variables }),
  }));
}

type Question = [name: string, who: "parent" | "teacher" | "wallet", query: string, variables: object];

function questions({ id, accountNumber }: BilledClass): Question[] {
  return [
    ["screen", "parent", screen, {}],
    ["grid", "teacher", grid, { classId: id }],
    ["bill", "wallet", bill, { accountNumber }],
    ["deep", "parent", deep, {}],
  ];
}

/** The parent app's first screen: who I am, my children with their bills, my notices. */
const screen = `query Screen {
  me {
    id displayName unpaidBillCount
    bindings {
      id relationship since
      student {
        id maskedName level
        schoolClass { name }
        school { code name }
        bills(first: 20) {
          edges { node { id accountNumber title amount dueDate status overdue items { name amount } school { name } } }
          pageInfo { hasNextPage }
        }
      }
    }
  }
  billNotices(last: 20) {
    edges { node { id kind occurredAt bill { id title amount status student { id maskedName } } } }
  }
}`;

/** The teacher's grid of 親師生帳號: every child with its guardians, bound and waiting. */
const grid = `query Grid($classId: ID!) {
  classReview(classId: $classId) {
    dataCheck
    student { id seatNumber maskedName name }
    bindings { id relationship since request { id appliedAt guardian { name maskedNationalId mobile email } } }
    pending { id relationship appliedAt guardian { name maskedNationalId mobile email loginCheck } }
  }
}`;

/** A partner's look at one bill by its number: one fetch. */
const bill = `query BillByNumber($accountNumber: PayAccountNumber!) {
  billByAccountNumber(accountNumber: $accountNumber) {
    accountNumber title amount dueDate schoolName maskedStudentName status channels
  }
}`;

/** From binding to roster to payments and back to roster, twelve fields deep. */
const deep = `query Deep {
  myBindings {
    id
    student {
      id seatNumber
      schoolClass { name school { name level } }
      bills(first: 5) {
        edges {
          node {
            id title amount
            school { code name level }
            student {
              id name
              schoolClass { id name grade school { code name level } }
              bills(first: 2) { edges { node { id amount student { id seatNumber school { name level } } } } }
            }
          }
        }
      }
    }
  }
}`;
