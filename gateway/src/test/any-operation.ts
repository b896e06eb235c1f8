import fc from "fast-check";
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

export interface AnyOperation {
  query: string;
  variables: Record<string, unknown>;
}

/** Operations that a schema allows, of every form that we can think of; each seed gives the same one again. */
export function anyOperation(schema: GraphQLSchema): fc.Arbitrary<AnyOperation> {
  return fc.infiniteStream(fc.nat({ max: 999_983 })).map((chances) => new Writer(schema, chances).write());
}

const deepest = 4;

/** A field up to its selections: with it, what was selected before may be selected further. */
interface Opening {
  text: string;
  named: GraphQLNamedType;
}

class Writer {
  readonly #definitions: string[] = [];
  readonly #fragments: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  #names = 0;

  constructor(
    readonly schema: GraphQLSchema,
    readonly chances: Iterator<number>,
  ) {}

  write(): AnyOperation {
    const mutation = this.schema.getMutationType();
    const isMutation = mutation && this.#chance(10);
    const root = isMutation ? mutation : this.schema.getQueryType()!;
    const selections = this.#selections(root, 0);
    const variables = this.#definitions.length > 0 ? `(${this.#definitions.join(", ")})` : "";
    const query = `${isMutation ? "mutation" : "query"} Any${variables} ${selections} ${this.#fragments.join(" ")}`;
    return { query, variables: this.#variables };
  }

  #next(most: number): number {
    return (this.chances.next().value as number) % most;
  }

  /** One in so many. */
  #chance(of: number): boolean {
    return this.#next(of) === 0;
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#next(from.length)] as T;
  }

  #name(prefix: string): string {
    this.#names += 1;
    return `${prefix}${this.#names}`;
  }

  /** `widened`: an object is looked at as one of its interfaces; the stock executor cannot narrow that again. */
  #selections(type: GraphQLCompositeType, depth: number, widened = false): string {
    const before: Opening[] = [];
    const parts = Array.from({ length: 1 + this.#next(4) }, () =>
      this.#selection(type, depth, widened, before),
    );
    return `{ ${parts.join(" ")} }`;
  }

  #selection(type: GraphQLCompositeType, depth: number, widened: boolean, before: Opening[]): string {
    const form = this.#next(12);
    if (form === 0) return this.#chance(2) ? "__typename" : `${this.#name("t")}: __typename`;
    if (form <= 2 || !(isObjectType(type) || isInterfaceType(type)))
      return this.#fragment(type, depth, widened);
    const again = before.length > 0 && this.#chance(5) ? this.#pick(before) : this.#opening(type, depth);
    if (!again) return "__typename";
    before.push(again);
    const { text, named } = again;
    const selections = isCompositeType(named) ? ` ${this.#selections(named, depth + 1)}` : "";
    return `${text}${this.#directive()}${selections}`;
  }

  #fragment(type: GraphQLCompositeType, depth: number, widened: boolean): string {
    const narrower = isAbstractType(type) && !widened ? this.schema.getPossibleTypes(type) : [];
    const wider = isObjectType(type) ? type.getInterfaces() : [];
    const condition = this.#pick<GraphQLCompositeType>([type, ...narrower, ...wider]);
    const selections =
      depth > deepest + 1
        ? "{ __typename }"
        : this.#selections(condition, depth + 1, widened || (isObjectType(type) && condition !== type));
    const directive = this.#directive();
    if (this.#chance(3)) {
      const name = this.#name("F");
      this.#fragments.push(`fragment ${name} on ${condition.name} ${selections}`);
      return `...${name}${directive}`;
    }
    return this.#chance(4) && condition === type
      ? `...${directive} ${selections}`
      : `... on ${condition.name}${directive} ${selections}`;
  }

  #opening(
    type: GraphQLCompositeType & { getFields(): Record<string, GraphQLField<unknown, unknown>> },
    depth: number,
  ): Opening | undefined {
    const fields = Object.values(type.getFields()).filter(
      (field) => depth < deepest || !isCompositeType(getNamedType(field.type)),
    );
    if (fields.length === 0) return undefined;
    const field = this.#pick(fields);
    const given = field.args.filter((argument) => isNonNullType(argument.type) || this.#chance(2));
    // Two selections under one name must agree in their arguments; a name of its own avoids the question.
    const alias = field.args.length > 0 || this.#chance(5) ? `${this.#name("a")}: ` : "";
    const args = given.length > 0 ? `(${given.map((argument) => this.#argument(argument)).join(", ")})` : "";
    return { text: `${alias}${field.name}${args}`, named: getNamedType(field.type) };
  }

  #directive(): string {
    if (!this.#chance(8)) return "";
    const name = this.#pick(["skip", "include"]);
    if (this.#chance(3)) return ` @${name}(if: ${this.#chance(2)})`;
    const variable = this.#name("c");
    const hasDefault = this.#chance(3);
    this.#definitions.push(`$${variable}: Boolean${hasDefault ? ` = ${this.#chance(2)}` : "!"}`);
    if (!hasDefault || this.#chance(2)) this.#variables[variable] = this.#chance(2);
    return ` @${name}(if: $${variable})`;
  }

  #argument({ name, type }: GraphQLArgument): string {
    const value = this.#value(type);
    if (this.#chance(2)) return `${name}: ${literal(value, type)}`;
    const variable = this.#name("v");
    this.#definitions.push(`$${variable}: ${String(type)}`);
    if (isNonNullType(type) || this.#chance(3) === false) this.#variables[variable] = value;
    return `${name}: $${variable}`;
  }

  #value(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType);
    if (isListType(type)) return [this.#value(type.ofType)];
    if (isEnumType(type)) return this.#pick(type.getValues()).name;
    const values: Record<string, unknown[]> = {
      Int: [0, 1, 2, 3],
      Boolean: [true, false],
      ID: ["p1", "p2", "p9", "r1", "b1", "f1", "t1"],
      String: ["", "text", "臺北"],
      Float: [0.5],
    };
    return this.#pick(values[String(type)] ?? [null]);
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (Array.isArray(value))
    return `[${value.map((each) => literal(each, named as GraphQLInputType)).join(", ")}]`;
  return isEnumType(named) ? String(value) : JSON.stringify(value);
}
