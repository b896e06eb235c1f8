interface ListRequest {
  size: number;
  classId: string;
  schoolCode: string;
}

interface List {
  query: string;
  as: "guardian" | "teacher" | "registrar" | "cashier";
  operation: string;
  variables(request: ListRequest): object;
  /** The longest page that the graph gives. */
  most: number;
}

const billFields = `id accountNumber title amount status overdue items { name } school { name }
  student { id maskedName } claims { id } paymentOptions { channel }`;

/** The graph's lists, each with the fields that could be fetched one by one. */
export const lists: readonly List[] = [
  {
    query: "students of a class",
    as: "registrar",
    operation: `query Students($id: ID!) { schoolClass(id: $id) { name students { id seatNumber name school { name }
      schoolClass { name } } } }`,
    variables: ({ classId }) => ({ id: classId }),
    most: Number.POSITIVE_INFINITY,
  },
  {
    query: "the teacher's grid",
    as: "teacher",
    operation: `query Grid($classId: ID!) { classReview(classId: $classId) { dataCheck student { id seatNumber name }
      bindings { id request { guardian { name } } } pending { id guardian { name } } } }`,
    variables: ({ classId }) => ({ classId }),
    most: Number.POSITIVE_INFINITY,
  },
  {
    query: "bills of the children",
    as: "guardian",
    operation: `query Bills($first: Int) { myBills(first: $first) { edges { cursor node { ${billFields} } } } }`,
    variables: ({ size }) => ({ first: size }),
    most: 100,
  },
  {
    query: "bills with the children's classes",
    as: "guardian",
    operation: `query Classes($first: Int) { myBills(first: $first) { edges { node { id
      student { name seatNumber schoolClass { name school { level } } } school { level } } } } }`,
    variables: ({ size }) => ({ first: size }),
    most: 100,
  },
  {
    query: "bill notices",
    as: "guardian",
    operation: `query Notices($last: Int) { billNotices(last: $last) { edges { node { id kind bill { ${billFields} } } } } }`,
    variables: ({ size }) => ({ last: size }),
    most: 100,
  },
  {
    query: "bills of a school",
    as: "cashier",
    operation: `query SchoolBills($code: ID!, $first: Int) { schoolBills(schoolCode: $code, first: $first) { edges { node {
      id amount student { id maskedName } claims { id } } } } }`,
    variables: ({ schoolCode, size }) => ({ code: schoolCode, first: size }),
    most: 100,
  },
];
