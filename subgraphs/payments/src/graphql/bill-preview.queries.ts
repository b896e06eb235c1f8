import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { Channel } from "../domain/channel.js";
import { offeredChannels } from "../use-cases/offered-channels.js";
import { previewBills } from "../use-cases/preview-bills.js";
import { BillPreviewType } from "./bill-preview.types.js";
import { ChannelEnum } from "./enums.js";
import { IssueBillsInput } from "./issue-bills.input.js";
import { presentPreview } from "./present.js";

@Resolver()
export class BillPreviewQueries {
  @Query(() => [ChannelEnum], {
    description:
      "The channels that a school may allow on its bills: those of its agreement for which the city has a partner. For its cashiers.",
  })
  billChannels(
    @Ctx() context: PaymentsContext,
    @Arg("schoolCode", () => ID, { description: "The school that would issue." }) schoolCode: string,
  ): Promise<Channel[]> {
    return offeredChannels(context, schoolCode);
  }

  @Query(() => BillPreviewType, {
    description:
      "What issueBills would do with the same input, and what is odd about it; for the school's cashiers. Refuses what issueBills refuses. The key is not used up.",
  })
  async previewBills(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => IssueBillsInput, { description: "What would be issued, and to whom." })
    { classIds, studentIds, channels, again, ...input }: IssueBillsInput,
  ): Promise<BillPreviewType> {
    const preview = await previewBills(context, {
      ...input,
      classIds: classIds ?? [],
      studentIds: studentIds ?? [],
      channels: channels ?? null,
      again: again ?? false,
    });
    return presentPreview(context, preview);
  }
}
