import type { Context } from "@campus-graph/kit/context";
import type { ConsentNotice } from "./domain/consent-notice.js";

export interface BindingServices {
  /** The consent notice in force. */
  readonly notice: ConsentNotice;
}

export type BindingContext = Context<BindingServices>;
