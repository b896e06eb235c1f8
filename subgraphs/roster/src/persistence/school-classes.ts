import type { Context } from "@campus-graph/kit/context";
import { classKey, classNumbers } from "../domain/class-name.js";
import { SchoolClass } from "../domain/school-class.js";

/** The classes of a school, each found however a sheet writes its number; they keep the names that they have. */
export class SchoolClasses {
  readonly #byName = new Map<string, SchoolClass>();
  readonly #byKey = new Map<string, SchoolClass>();
  readonly #byId = new Map<string, SchoolClass>();

  constructor(classes: readonly SchoolClass[]) {
    for (const each of classes) this.add(each);
  }

  add(schoolClass: SchoolClass): void {
    const { id, name } = schoolClass;
    this.#byName.set(name, schoolClass);
    this.#byId.set(id, schoolClass);
    const key = classKey(name);
    if (!this.#byKey.has(key)) this.#byKey.set(key, schoolClass);
  }

  /** By the very name first: a school may have had 二年一班 and 2年1班 before the two were one. */
  named(name: string): SchoolClass | undefined {
    return this.#byName.get(name) ?? this.#byKey.get(classKey(name));
  }

  /** One of the same grade and number. */
  alike(name: string): SchoolClass | undefined {
    const numbers = classNumbers(name);
    if (numbers === null) return undefined;
    return [...this.#byId.values()].find(
      (other) => other.removedAt === null && classNumbers(other.name) === numbers,
    );
  }

  get ids(): string[] {
    return [...this.#byId.keys()];
  }

  withId(id: string): SchoolClass | undefined {
    return this.#byId.get(id);
  }
}

export async function schoolClasses({ em }: Context, schoolCode: string): Promise<SchoolClasses> {
  return new SchoolClasses(await em.find(SchoolClass, { schoolCode }, { orderBy: { id: "asc" } }));
}
