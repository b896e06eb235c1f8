import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import { CalendarDate, DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, Int, ObjectType, Root } from "type-graphql";
import {
  type ExceptionKind,
  type Remedy,
  remediesOf,
  type SettlementException,
  type SettlementFile,
} from "../domain/settlement.js";
import { MoneyScalar } from "./scalars.js";
import { RemedyEnum, SettlementExceptionKindEnum } from "./settlement.enums.js";

@ObjectType("SettlementException", {
  description:
    "A line of the bank's file that does not fit what is booked, or a payment that no file has brought.",
})
export class SettlementExceptionType {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => SettlementExceptionKindEnum, { description: "What does not fit." })
  kind!: ExceptionKind;

  @Field(() => Int, {
    description: "Where it stands in the file, from 1; 0 for a payment that no file has brought.",
  })
  line!: number;

  @Field(() => String, {
    nullable: true,
    description: "The account number as the file has it, which may be none; of a refund, its id.",
  })
  accountNumber(@Root() { reference }: SettlementException): string {
    return reference;
  }

  @Field(() => String, { description: "The partner's own number of the payment." })
  transactionNumber!: string;

  @Field(() => Int, { description: "Whole NT$." })
  amount!: number;

  @Field(() => Int, {
    description: "AMOUNT_DIFFERS: what the bank says less what was notified, in whole NT$; else 0.",
  })
  difference!: number;

  @Field(() => Boolean, { description: "Whether its money lies in suspense: nobody could place it yet." })
  suspended(@Root() { isSuspended }: SettlementException): boolean {
    return isSuspended;
  }

  @Field(() => [RemedyEnum], { description: "What can still be done about it." })
  remedies(@Root() exception: SettlementException): Remedy[] {
    return remediesOf(exception);
  }

  @Field(() => RemedyEnum, { nullable: true, description: "What was done about it last." })
  remedy!: Remedy | null;

  @Field(() => String, { nullable: true, description: "Why, in the cashier's words." })
  note!: string | null;

  @Field(() => DateTime, { description: "When it was found." })
  openedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "When nothing was left to decide; null while it is open.",
  })
  resolvedAt!: Date | null;
}

export const SettlementExceptionConnection = connectionOf("SettlementException", SettlementExceptionType);

/** What stands on a file itself; what it comes to is in the resolver beside. */
@ObjectType("SettlementFile", {
  description:
    "What the bank says of a day, and what was booked by it. Looked at from three sides, bank = ledger = bills + differing + suspense + givenBack.",
})
export class SettlementFileType {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => ID, { description: "The client id of the partner whose file it is." })
  partnerId(@Root() { partner }: SettlementFile): string {
    return partner;
  }

  @Field(() => CalendarDate, { description: "The day that it is about." })
  day!: string;

  @Field(() => Int, { description: "Which of the day's files, from 1." })
  number!: number;

  @Field(() => Int, { description: "How many lines it has." })
  lines!: number;

  @Field(() => MoneyScalar, { description: "What it comes to, paid in less paid out, in whole NT$." })
  total(@Root() { paidIn, paidOut }: SettlementFile): number {
    return paidIn - paidOut;
  }

  @Field(() => MoneyScalar, { description: "What it paid in, in whole NT$." })
  paidIn!: number;

  @Field(() => MoneyScalar, { description: "What it paid out, as refunds." })
  paidOut!: number;

  @Field(() => DateTime, { description: "When it was first imported." })
  importedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "When its last line was booked; null: it was cut off. Import it again, and it goes on.",
  })
  completedAt!: Date | null;
}

@ObjectType("SettlementTotals", {
  description: "What a file comes to, each sum made at the moment of asking.",
})
export class SettlementTotalsType {
  @Field(() => MoneyScalar, { description: "What the bank says: paid in less paid out, in whole NT$." })
  bank!: number;

  @Field(() => MoneyScalar, { description: "What its lines did to the bank's accounts in the books." })
  ledger!: number;

  @Field(() => MoneyScalar, { description: "What bills, cases and refunds say of the same money." })
  bills!: number;

  @Field(() => MoneyScalar, { description: "What the bank says beyond what was notified." })
  differing!: number;

  @Field(() => MoneyScalar, { description: "What nobody could place yet." })
  suspense!: number;

  @Field(() => MoneyScalar, { description: "What lay in suspense and the bank has back." })
  givenBack!: number;

  @Field(() => Int, { description: "How many lines fit." })
  matched!: number;

  @Field(() => Int, { description: "How many exceptions it has brought." })
  exceptions!: number;

  @Field(() => Int, { description: "How many of them are open." })
  openExceptions!: number;
}

export const SettlementFileConnection = connectionOf("SettlementFile", SettlementFileType);
