import type { Context } from "../context.js";

/**
 * One step of playing a made-up city into an empty database, by the subgraph's own use cases. A step waits until
 * what it needs has arrived by events.
 */
export interface SeedStep<S> {
  name: string;
  ready: (context: Context<S>) => Promise<boolean>;
  /** Runs once. It must bear being run again if the process dies before the step is noted as done. */
  run: (context: Context<S>) => Promise<void>;
}

/** Plays the steps in their order, each once, as far as they are ready. */
export class Seeding<S> {
  readonly #steps: readonly SeedStep<S>[];
  #done: Set<string> | null = null;

  constructor(steps: readonly SeedStep<S>[]) {
    this.#steps = steps;
  }

  /** Does the next step if it is ready; false when there was nothing to do now. */
  async next(context: Context<S>): Promise<boolean> {
    const done = await this.#known(context);
    const step = this.#steps.find(({ name }) => !done.has(name));
    if (!step || !(await step.ready(context))) return false;
    await step.run(context);
    await context.em.execute("insert into seed_step (name) values (?) on conflict do nothing", [step.name]);
    done.add(step.name);
    context.log.info({ step: step.name }, "the demo city grew");
    return true;
  }

  /** The step that is still to come, or null when the city stands. */
  async waitingFor(context: Context<S>): Promise<string | null> {
    const done = await this.#known(context);
    return this.#steps.find(({ name }) => !done.has(name))?.name ?? null;
  }

  async #known(context: Context<S>): Promise<Set<string>> {
    if (!this.#done) {
      const rows = await context.em.execute<{ name: string }[]>("select name from seed_step");
      this.#done = new Set(rows.map(({ name }) => name));
    }
    return this.#done;
  }
}

export const seedTable = "create table seed_step (name text primary key)";
