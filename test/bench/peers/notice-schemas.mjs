const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

/** The notices, pushed. */
export const feedSchema = `${link}
type Query { nothing: Boolean }
type Subscription { billNotice: BillNotice! }
type BillNotice { id: ID! kind: String! cursor: String! occurredAt: String! bill: Bill }
type Bill @key(fields: "id", resolvable: false) { id: ID! }`;

/** The bills that they are about. */
export const billSchema = `${link}
type Bill @key(fields: "id") { id: ID! title: String! amount: Int! dueDate: String! status: String! student: Student! }
type Student { maskedName: String! }`;
