/** A made-up adult of the demo city with an account, whose id every subgraph's demo knows. */
export interface DemoPerson {
  subjectId: string;
  name: string;
  nationalId: string;
  email: string;
  mobile: string;
  roles: readonly {
    role: "GUARDIAN" | "TEACHER" | "REGISTRAR" | "CASHIER" | "IT" | "BUREAU" | "SUPPORT";
    schoolCode: string | null;
  }[];
}

/** The demo's sign-ins. One password, printed at start, opens them all. */
export const demoPeople = {
  guardian: {
    subjectId: "0195d000-0000-7000-8000-000000000001",
    name: "林志明",
    nationalId: "Q122300889",
    email: "guardian@campus.example",
    mobile: "0912345601",
    roles: [{ role: "GUARDIAN", schoolCode: null }],
  },
  coguardian: {
    subjectId: "0195d000-0000-7000-8000-000000000002",
    name: "王怡君",
    nationalId: "A222308197",
    email: "coguardian@campus.example",
    mobile: "0912345602",
    roles: [{ role: "GUARDIAN", schoolCode: null }],
  },
  newcomer: {
    subjectId: "0195d000-0000-7000-8000-000000000003",
    name: "張雅芳",
    nationalId: "F222315508",
    email: "newcomer@campus.example",
    mobile: "0912345603",
    roles: [{ role: "GUARDIAN", schoolCode: null }],
  },
  wu: {
    subjectId: "0195d000-0000-7000-8000-000000000004",
    name: "陳美玲",
    nationalId: "B222322812",
    email: "wu@campus.example",
    mobile: "0912345604",
    roles: [{ role: "GUARDIAN", schoolCode: null }],
  },
  teacher: {
    subjectId: "0195d000-0000-7000-8000-000000000005",
    name: "周佩珊",
    nationalId: "H222330123",
    email: "teacher@campus.example",
    mobile: "0912345605",
    roles: [{ role: "TEACHER", schoolCode: "403601" }],
  },
  teacher2: {
    subjectId: "0195d000-0000-7000-8000-000000000006",
    name: "許文彬",
    nationalId: "N122337437",
    email: "teacher2@campus.example",
    mobile: "0912345606",
    roles: [{ role: "TEACHER", schoolCode: "403501" }],
  },
  registrar: {
    subjectId: "0195d000-0000-7000-8000-000000000007",
    name: "蘇婉婷",
    nationalId: "Q222344749",
    email: "registrar@campus.example",
    mobile: "0912345607",
    roles: [{ role: "REGISTRAR", schoolCode: "403601" }],
  },
  cashier: {
    subjectId: "0195d000-0000-7000-8000-000000000008",
    name: "郭淑芬",
    nationalId: "A222352051",
    email: "cashier@campus.example",
    mobile: "0912345608",
    roles: [{ role: "CASHIER", schoolCode: "403601" }],
  },
  cashier2: {
    subjectId: "0195d000-0000-7000-8000-000000000009",
    name: "簡建宏",
    nationalId: "F122359366",
    email: "cashier2@campus.example",
    mobile: "0912345609",
    roles: [{ role: "CASHIER", schoolCode: "403601" }],
  },
  it: {
    subjectId: "0195d000-0000-7000-8000-00000000000a",
    name: "馬俊傑",
    nationalId: "B122366670",
    email: "it@campus.example",
    mobile: "0912345610",
    roles: [{ role: "IT", schoolCode: "403601" }],
  },
  bureau: {
    subjectId: "0195d000-0000-7000-8000-00000000000b",
    name: "葉國棟",
    nationalId: "H122373984",
    email: "bureau@campus.example",
    mobile: "0912345611",
    roles: [{ role: "BUREAU", schoolCode: null }],
  },
  registrar2: {
    subjectId: "0195d000-0000-7000-8000-00000000000c",
    name: "鄧秀蘭",
    nationalId: "N222381295",
    email: "registrar2@campus.example",
    mobile: "0912345612",
    roles: [{ role: "REGISTRAR", schoolCode: "403501" }],
  },
  support: {
    subjectId: "0195d000-0000-7000-8000-00000000000d",
    name: "方雅文",
    nationalId: "Q222388607",
    email: "support@campus.example",
    mobile: "0912345613",
    roles: [{ role: "SUPPORT", schoolCode: null }],
  },
} satisfies Record<string, DemoPerson>;

/** 陳小花's father, whose request waits for the teacher; he has no account yet. */
export const pendingGuardian = {
  subjectId: "0195d000-0000-7000-8000-0000000000f0",
  name: "陳大名",
  nationalId: "A123456789",
  email: "daming.chen@campus.example",
  mobile: "0912123456",
} as const;
