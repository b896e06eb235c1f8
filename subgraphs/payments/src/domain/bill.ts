import { type AgreementTerms, takes } from "./agreement-terms.js";
import { type BillAct, type BillStatus, billTransitions } from "./bill-status.js";
import { type Channel, channelHabits, channels } from "./channel.js";
import type { Money } from "./money.js";
import type { PayAccountNumber } from "./pay-account-number.js";
import { AlreadyPaid, BillEnded, ChannelNotEnabled, PastDue, Superseded } from "./refusals.js";
import { daysAfter, type SchoolDay, schoolDay } from "./school-day.js";

export interface BillItem {
  name: string;
  /** What is still to be paid of it, in whole NT$; 0 once all of it is waived. */
  amount: number;
  /** What the school waives of it, in whole NT$; absent where nothing is waived. */
  waived?: number;
}

export interface NewBill {
  id: string;
  accountNumber: PayAccountNumber;
  title: string;
  items: readonly BillItem[];
  amount: Money;
  dueDate: SchoolDay;
  issuerId: string;
  schoolCode: string;
  schoolName: string;
  studentId: string;
  issuedAt: Date;
  /** The subject that issued it. */
  issuedBy: string;
  /** Those that its cashier chose; null where none were chosen. */
  channels: readonly Channel[] | null;
}

/** Who says that a bill is no longer to be paid, and why. */
export interface BillEnding {
  at: Date;
  by: string;
  reason: string;
}

/** Money that a student owes a school. It keeps the school that issued it, wherever the student goes. */
export class Bill {
  readonly id: string;
  readonly accountNumber: PayAccountNumber;
  readonly title: string;
  readonly items: readonly BillItem[];
  readonly amount: Money;
  readonly dueDate: SchoolDay;
  readonly issuerId: string;
  readonly schoolCode: string;
  readonly schoolName: string;
  readonly studentId: string;
  readonly issuedAt: Date;
  /** The subject that issued it; null for bills from before that was kept. */
  readonly issuedBy: string | null;
  /** The channels that its cashier chose; null: all that the agreement has. */
  readonly channels: readonly Channel[] | null;
  status: BillStatus = "UNPAID";
  paidAt: Date | null = null;
  /** What of it the school has asked no more for since it was paid, in whole NT$: owed back. */
  reduced = 0;
  /** The bill that stands in its place; null unless it was amended. */
  replacedById: string | null = null;
  /** When it was voided, replaced or waived; null for what is to be paid or is paid. */
  endedAt: Date | null = null;
  endedBy: string | null = null;
  endReason: string | null = null;

  constructor(bill: NewBill) {
    this.id = bill.id;
    this.accountNumber = bill.accountNumber;
    this.title = bill.title;
    this.items = bill.items;
    this.amount = bill.amount;
    this.dueDate = bill.dueDate;
    this.issuerId = bill.issuerId;
    this.schoolCode = bill.schoolCode;
    this.schoolName = bill.schoolName;
    this.studentId = bill.studentId;
    this.issuedAt = bill.issuedAt;
    this.issuedBy = bill.issuedBy;
    this.channels = bill.channels;
  }

  /** What the school waives of all its lines, in whole NT$. */
  get waived(): number {
    return this.items.reduce((sum, { waived = 0 }) => sum + waived, 0);
  }

  /** Unpaid, and in Taipei it is a later day than the due date. */
  overdueAt(now: Date): boolean {
    return this.status === "UNPAID" && schoolDay(now) > this.dueDate;
  }

  /** The channels that take this bill at that moment; `served` are those for which a partner speaks. */
  openChannels(agreement: AgreementTerms, served: ReadonlySet<Channel>, now: Date): Channel[] {
    if (this.status !== "UNPAID") return [];
    return channels.filter(
      (channel) => this.isTakenThrough(channel, agreement, served) && this.isOpenThrough(channel, now),
    );
  }

  /** Refuses unless a payment through the channel may be started now. Money that has been taken is not asked this. */
  checkPayable(agreement: AgreementTerms, served: ReadonlySet<Channel>, channel: Channel, now: Date): void {
    if (this.status === "SUPERSEDED") throw new Superseded();
    if (this.status === "VOIDED" || this.status === "WAIVED") throw new BillEnded();
    if (this.status !== "UNPAID") throw new AlreadyPaid();
    if (!this.isTakenThrough(channel, agreement, served)) throw new ChannelNotEnabled(channel);
    if (!this.isOpenThrough(channel, now)) throw new PastDue({ dueDate: this.dueDate, channel });
  }

  /** The bill is paid. */
  settle(paidAt: Date): void {
    this.move("settle");
    this.paidAt = paidAt;
  }

  /** Refuses unless the school may still change what is asked: money that has arrived is not asked for anew. */
  checkChangeable(): void {
    if (this.status === "PAID") throw new AlreadyPaid();
    if (this.status === "SUPERSEDED") throw new Superseded();
    if (this.status !== "UNPAID") throw new BillEnded();
  }

  /** What the school asks for in the end: less than was paid, where it was made smaller afterwards. */
  get asked(): number {
    return this.amount - this.reduced;
  }

  /** The school asks for less of what is paid already. */
  reduceBy(amount: Money): void {
    if (this.status !== "PAID" || amount > this.asked)
      throw new Error(
        `A bill that is ${this.status} and asks for ${this.asked} cannot be made smaller by ${amount}.`,
      );
    this.reduced += amount;
  }

  /** The school takes the bill back. */
  void(ending: BillEnding): void {
    this.end("void", ending);
  }

  /** The school asks for none of it. */
  waive(ending: BillEnding): void {
    this.end("waive", ending);
  }

  /** Another bill, with a number of its own, stands in its place. */
  replaceBy({ id }: Bill, ending: BillEnding): void {
    this.end("replace", ending);
    this.replacedById = id;
  }

  /** The last day on which a payment through the channel may be started. */
  lastDayThrough(channel: Channel): SchoolDay {
    return daysAfter(this.dueDate, channelHabits[channel].openDaysAfterDue);
  }

  private isTakenThrough(channel: Channel, agreement: AgreementTerms, served: ReadonlySet<Channel>): boolean {
    if (this.channels !== null && !this.channels.includes(channel)) return false;
    return served.has(channel) && takes(agreement, channel, this.amount);
  }

  private isOpenThrough(channel: Channel, at: Date): boolean {
    return schoolDay(at) <= this.lastDayThrough(channel);
  }

  private end(act: BillAct, { at, by, reason }: BillEnding): void {
    this.move(act);
    this.endedAt = at;
    this.endedBy = by;
    this.endReason = reason;
  }

  private move(act: BillAct): void {
    const next = billTransitions[act][this.status];
    if (next === null) throw new Error(`A bill that is ${this.status} cannot ${act}.`);
    this.status = next;
  }
}
