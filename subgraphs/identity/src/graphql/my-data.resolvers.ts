import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { openMyData } from "../use-cases/open-my-data.js";
import { myDataRequests, requestMyData } from "../use-cases/request-my-data.js";
import {
  DataFileLinks,
  DataRequest,
  OpenMyDataInput,
  presentDataRequest,
  presentLink,
} from "./my-data.type.js";

@Resolver()
export class MyDataResolvers {
  @Query(() => [DataRequest], {
    description:
      "What the viewer asked for of what is kept about them, the newest first, until each is gone. A handful: one a day.",
  })
  async myDataRequests(@Ctx() context: IdentityContext): Promise<DataRequest[]> {
    return (await myDataRequests(context)).map(presentDataRequest);
  }

  @Mutation(() => DataRequest, {
    description:
      "Has everything that is kept about the viewer gathered from all parts of the graph, as one file; a mail tells when it is ready. Refusals: DATA_ALREADY_REQUESTED (once in 24 hours), FORBIDDEN.",
  })
  async requestMyData(@Ctx() context: IdentityContext): Promise<DataRequest> {
    return presentDataRequest(await requestMyData(context));
  }

  @Mutation(() => DataFileLinks, {
    description:
      "The links to a file that is ready, each good for one minute and once, for who shows anew that it is they: by a second factor, or where they have none by a code to their own login. Refusals: SECOND_FACTOR_REQUIRED, FRESH_CODE_REQUIRED, CODE_WRONG, CODE_EXPIRED, NOT_FOUND.",
  })
  async openMyData(
    @Ctx() context: IdentityContext,
    @Arg("input", () => OpenMyDataInput, { description: "The file, and the proof." }) input: OpenMyDataInput,
  ): Promise<DataFileLinks> {
    const links = await openMyData(context, input);
    return Object.assign(new DataFileLinks(), {
      page: presentLink(links.HTML),
      json: presentLink(links.JSON),
    });
  }
}
