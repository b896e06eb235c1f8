import { bindingSchema } from "./graphql/schema.js";

process.stdout.write(bindingSchema().sdl);
