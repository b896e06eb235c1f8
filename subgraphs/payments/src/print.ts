import { paymentsSchema } from "./graphql/schema.js";

process.stdout.write(paymentsSchema().sdl);
