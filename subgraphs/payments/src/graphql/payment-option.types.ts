import { Directive, Field, InterfaceType, ObjectType } from "type-graphql";
import type { Channel } from "../domain/channel.js";
import { ChannelEnum } from "./enums.js";
import { PayAccountNumberScalar } from "./scalars.js";

/**
 * A QR code has the bytes of some ten objects, and takes a millisecond to draw the first time; three barcodes as many.
 * Each counts five times, as the options are a list that names no size.
 */
const drawn = "@cost(weight: 10)";

const typeNames: Readonly<Record<Channel, string>> = {
  EASY_WALLET: "EasyWalletOption",
  PAY_TAIPEI: "PayTaipeiOption",
  CREDIT_CARD: "CreditCardOption",
  ATM: "AtmOption",
  CONVENIENCE_STORE: "ConvenienceStoreOption",
};

@InterfaceType({
  description:
    "One way to pay this bill now. What cannot take it, for its amount or its date, is not listed.",
  resolveType: ({ channel }: PaymentOption) => typeNames[channel],
})
export abstract class PaymentOption {
  @Field(() => ChannelEnum, { description: "The channel." })
  channel!: Channel;
}

@ObjectType({ description: "A transfer that a bank's app reads from a picture (TWQR)." })
export class Twqr {
  @Field(() => String, { description: "The code's text, raw: TWQRP://…" })
  payload!: string;

  @Field(() => String, { description: "The text to draw: the payload, percent-encoded once." })
  qrText!: string;

  @Directive(drawn)
  @Field(() => String, { description: "The QR code, drawn as SVG." })
  svg!: string;
}

@ObjectType({
  implements: PaymentOption,
  description: "Transfer to the bill's own account, at any ATM or in a bank's app.",
})
export class AtmOption extends PaymentOption {
  @Field(() => String, { description: "The bank's 3 digits, e.g. 012." })
  bankCode!: string;

  @Field(() => String, { description: "The bank's name, e.g. 台北富邦銀行." })
  bankName!: string;

  @Field(() => PayAccountNumberScalar, { description: "The account to transfer to." })
  accountNumber!: string;

  @Field(() => Twqr, { description: "The same transfer for a bank's app, as a QR code." })
  twqr!: Twqr;
}

@ObjectType({
  implements: PaymentOption,
  description: "Show the three barcodes at a convenience store's till.",
})
export class ConvenienceStoreOption extends PaymentOption {
  @Field(() => [String], { description: "The texts of the three barcodes, in the order they are scanned." })
  segments!: string[];

  @Directive(drawn)
  @Field(() => [String], { description: "The same three, drawn as Code 39 in SVG." })
  barcodes!: string[];
}

@ObjectType({ implements: PaymentOption, description: "Pay in the 悠遊付 wallet." })
export class EasyWalletOption extends PaymentOption {
  @Field(() => String, { description: "Opens the wallet at this bill." })
  url!: string;

  @Directive(drawn)
  @Field(() => String, { description: "The same address as a QR code, drawn as SVG." })
  qrSvg!: string;
}

@ObjectType({ implements: PaymentOption, description: "Pay through PayTaipei." })
export class PayTaipeiOption extends PaymentOption {
  @Field(() => String, { description: "Opens PayTaipei at this bill." })
  url!: string;

  @Directive(drawn)
  @Field(() => String, { description: "The same address as a QR code, drawn as SVG." })
  qrSvg!: string;
}

@ObjectType({ implements: PaymentOption, description: "Pay by credit card, through i繳費." })
export class CreditCardOption extends PaymentOption {
  @Field(() => String, { description: "Opens the card page at this bill." })
  url!: string;

  @Directive(drawn)
  @Field(() => String, { description: "The same address as a QR code, drawn as SVG." })
  qrSvg!: string;
}
