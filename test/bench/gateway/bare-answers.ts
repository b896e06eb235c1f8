/** Data of an answer, believed to be what the query says. */
// biome-ignore lint/suspicious/noExplicitAny: the shapes are the queries', and checking them is what bare leaves out.
type Data = any;

/** One signed fetch. */
export type Fetch = (subgraph: string, query: string, variables?: object) => Promise<Data>;

/** The four questions of `queries.ts`, fetch by fetch, as somebody would write them who knows the subgraphs. */
export const answers = {
  async Screen(fetch: Fetch) {
    const [me, billNotices] = await Promise.all([
      fetch("identity", "{ me { id displayName } }").then(({ me }) => withAccount(fetch, me)),
      fetch("payments", noticesQuery).then(({ billNotices }) => billNotices),
    ]);
    return { me, billNotices };
  },

  async Grid(fetch: Fetch, { classId }: { classId: string }) {
    const { classReview } = await fetch("binding", gridQuery, { classId });
    const students: Linked[] = [];
    const bound: Linked[] = [];
    const waiting: Linked[] = [];
    for (const row of classReview) {
      students.push(row.student);
      for (const { request } of row.bindings) if (request) bound.push(request);
      waiting.push(...row.pending);
    }
    await Promise.all([
      complete(fetch, "roster", "Student", "seatNumber maskedName name", students),
      complete(fetch, "identity", "BindingRequest", `guardian { ${guardian} }`, bound, requestKey),
      complete(
        fetch,
        "identity",
        "BindingRequest",
        `guardian { ${guardian} loginCheck }`,
        waiting,
        requestKey,
      ),
    ]);
    // Fetched for identity only: it is no field of the query.
    for (const request of [...bound, ...waiting]) delete request.version;
    return { classReview };
  },

  BillByNumber: (fetch: Fetch, variables: object) => fetch("payments", billQuery, variables),

  async Deep(fetch: Fetch) {
    const { myBindings } = await fetch("binding", "{ myBindings { id student { id } } }");
    const children: Linked[] = myBindings.map(({ student }: { student: Linked }) => student);
    await Promise.all([
      complete(fetch, "roster", "Student", "seatNumber schoolClass { name school { name level } }", children),
      complete(fetch, "payments", "Student", deepBills, children).then(() => withPlaces(fetch, children)),
    ]);
    return { myBindings };
  },
};

/** An entity in the answer, by its key; what else is fetched is put beside. */
interface Linked {
  id: string;
  [field: string]: Data;
}

const guardian = "name maskedNationalId mobile email";

/** Identity shows the guardian who stands in that version of a request. */
const requestKey = ["id", "version"];

const gridQuery = `query ($classId: ID!) { classReview(classId: $classId) { dataCheck student { id }
  bindings { id relationship since request { id version appliedAt } } pending { id version relationship appliedAt } } }`;

const noticesQuery = `{ billNotices(last: 20) { edges { node { id kind occurredAt
  bill { id title amount status student { id maskedName } } } } } }`;

const billQuery = `query ($accountNumber: PayAccountNumber!) { billByAccountNumber(accountNumber: $accountNumber) {
  accountNumber title amount dueDate schoolName maskedStudentName status channels } }`;

const screenBills = `bills(first: 20) { edges { node { id accountNumber title amount dueDate status overdue
  items { name amount } school { name } } } pageInfo { hasNextPage } }`;

const deepBills = `bills(first: 5) { edges { node { id title amount school { code name }
  student { id bills(first: 2) { edges { node { id amount student { id } } } } } } } }`;

async function withAccount(fetch: Fetch, me: Linked): Promise<Linked> {
  const [{ bindings }, { unpaidBillCount }] = await Promise.all([
    entity(fetch, "binding", "Account", "bindings { id relationship since student { id } }", me.id),
    entity(fetch, "payments", "Account", "unpaidBillCount", me.id),
  ]);
  const children: Linked[] = bindings.map(({ student }: { student: Linked }) => student);
  const places = "maskedName level schoolClass { name } school { code name }";
  await Promise.all([
    complete(fetch, "payments", "Student", screenBills, children),
    complete(fetch, "roster", "Student", places, children),
  ]);
  return { ...me, bindings, unpaidBillCount };
}

async function withPlaces(fetch: Fetch, children: readonly Linked[]): Promise<void> {
  const bills = children.flatMap(({ bills }) => bills.edges.map(({ node }: { node: Linked }) => node));
  const owing: Linked[] = bills.map(({ student }) => student);
  const owingAgain = owing.flatMap(({ bills }) =>
    bills.edges.map(({ node }: { node: Linked }) => node.student),
  );
  const ofSchool = "schoolClass { id name grade school { code name level } }";
  await Promise.all([
    levels(
      fetch,
      bills.map(({ school }) => school),
    ),
    complete(fetch, "roster", "Student", `name ${ofSchool}`, owing),
    complete(fetch, "roster", "Student", "seatNumber school { name level }", owingAgain),
  ]);
}

async function levels(fetch: Fetch, schools: readonly { code: string; level?: string }[]): Promise<void> {
  const codes = [...new Set(schools.map(({ code }) => code))];
  const { _entities } = await fetch("roster", entitiesQuery("School", "level"), {
    representations: codes.map((code) => ({ __typename: "School", code })),
  });
  const found = new Map(codes.map((code, at) => [code, _entities[at]]));
  for (const school of schools) school.level = found.get(school.code).level;
}

async function entity(fetch: Fetch, subgraph: string, type: string, selection: string, id: string) {
  const representations = [{ __typename: type, id }];
  return (await fetch(subgraph, entitiesQuery(type, selection), { representations }))._entities[0];
}

/** Fetches each entity once, however often it stands in the answer, and puts its fields wherever it stands. */
async function complete(
  fetch: Fetch,
  subgraph: string,
  type: string,
  selection: string,
  places: readonly Linked[],
  key: readonly string[] = ["id"],
): Promise<void> {
  const byId = new Map(places.map((place) => [place.id, place]));
  const representations = [...byId.values()].map((place) => ({
    __typename: type,
    ...Object.fromEntries(key.map((field) => [field, place[field]])),
  }));
  const { _entities } = await fetch(subgraph, entitiesQuery(type, selection), { representations });
  const found = new Map<string, object>([...byId.keys()].map((id, at) => [id, _entities[at]]));
  for (const place of places) Object.assign(place, found.get(place.id));
}

function entitiesQuery(type: string, selection: string): string {
  return `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${selection} } } }`;
}
