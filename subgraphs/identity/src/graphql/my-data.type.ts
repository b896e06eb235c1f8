import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Directive, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { type DataRequest as DomainRequest, dataSources } from "../domain/data-request.js";
import type { DataLink } from "../use-cases/open-my-data.js";

@ObjectType({
  description: "That a person asked for what is kept about them (個資法 §3), and how far it has come.",
})
export class DataRequest {
  @Field(() => ID, { description: "Its id, for openMyData." })
  id!: string;

  @Field(() => DateTime, { description: "When it was asked for." })
  askedAt!: Date;

  @Field(() => Int, { description: "How many parts of the graph have given what they keep." })
  gathered!: number;

  @Field(() => Int, { description: "How many there are." })
  sources!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the file was made; null while it is being gathered.",
  })
  readyAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the file is gone, seven days after it was made; null while it is being gathered.",
  })
  expiresAt!: Date | null;
}

@Directive("@shareable")
@ObjectType({ description: "Where a document can be fetched, once." })
export class DocumentLink {
  @Field(() => String, {
    description: "Its address; whoever has it can fetch the document, so it is shown to nobody.",
  })
  url!: string;

  @Field(() => DateTime, { description: "Until when; a minute after it was made." })
  expiresAt!: Date;
}

@ObjectType({ description: "The same file in two forms." })
export class DataFileLinks {
  @Field(() => DocumentLink, { description: "To be read: a page (HTML) that needs no network." })
  page!: DocumentLink;

  @Field(() => DocumentLink, { description: "To be read by programs: JSON." })
  json!: DocumentLink;
}

@InputType({ description: "Which file is to be opened, and what shows that it is its person who asks." })
export class OpenMyDataInput {
  @Field(() => ID, { description: "The request whose file is ready." })
  requestId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "A code that requestVerificationCode sent to the account's own address or number. Left out by whoever has a second factor, which counts instead.",
  })
  challengeId!: string | null;

  @Field(() => String, { nullable: true, description: "The code that came." })
  code!: string | null;
}

export function presentDataRequest(request: DomainRequest): DataRequest {
  return Object.assign(new DataRequest(), { ...request, sources: dataSources.length });
}

export function presentLink(link: DataLink): DocumentLink {
  return Object.assign(new DocumentLink(), link);
}
