import { identitySchema } from "./graphql/schema.js";

process.stdout.write(identitySchema().sdl);
