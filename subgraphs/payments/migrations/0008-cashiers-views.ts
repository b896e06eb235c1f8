import { migration } from "@campus-graph/kit/sql/migrations";

export const cashiersViews = migration("Payments0008CashiersViews", [
  // A billing is told from another by its title.
  "create index bill_of_school_by_title on bill (school_code, title, id desc)",
  // Who was told of a bill, for its history.
  `create index bill_notice_of_bill on feed_notice ((reference ->> 'billId')) where feed = 'billNotices'`,
]);
