import { rosterSchema } from "./graphql/schema.js";

/** Prints roster's schema to standard output; `schema/` collects it. Needs no environment. */
process.stdout.write(rosterSchema().sdl);
