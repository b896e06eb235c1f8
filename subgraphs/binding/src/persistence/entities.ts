import { ApplicationSchema } from "./application.schema.js";
import { BindingSchema } from "./binding.schema.js";
import { RequestSchema } from "./request.schema.js";
import { SealedFormSchema } from "./sealed-form.schema.js";

export const entities = [ApplicationSchema, RequestSchema, BindingSchema, SealedFormSchema];
