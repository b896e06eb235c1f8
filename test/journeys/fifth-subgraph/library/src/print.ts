import { librarySchema } from "./graphql/schema.js";

process.stdout.write(librarySchema().sdl);
