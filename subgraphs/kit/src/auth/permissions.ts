import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import type { Context } from "../context.js";
import {
  Forbidden,
  MustChangePassword,
  NotFound,
  SecondFactorRequired,
  Unauthenticated,
} from "../refusals/refusal.js";
import type { GrantableScope } from "./scopes.js";
import { atLeast, hasRole, isForeignProgram, type Role, type Viewer } from "./viewer.js";

/** What a rule may look at. `source` is the object that the field belongs to; undefined at the root. */
export interface FieldAccess<S = unknown> {
  viewer: Viewer;
  // Arguments and sources differ per field; a rule that reads them states what it expects.
  args: Readonly<Record<string, unknown>>;
  source: unknown;
  context: Context<S>;
}

/**
 * `absent`: the object that the rule looks at is not there, or not for this viewer. `stale`: they may, once they have
 * given a second factor anew.
 */
export type Verdict = boolean | "absent" | "stale";

/** Whether this viewer may have this field of this object. `S` is what the subgraph adds to its contexts. */
export interface Rule<S = unknown> {
  /** The rule in a few words, for the reader of the table. */
  readonly says: string;
  readonly allows: (access: FieldAccess<S>) => Verdict | Promise<Verdict>;
  /** Through which scopes a program that is not the city's own may have it too; absent: through none. See `openTo`. */
  readonly scopes?: readonly GrantableScope[];
}

/**
 * A subgraph's permissions: one row per field (`Bill.amount`), or per type (`Bill.*`) where all its fields share a rule.
 * A field without a row does not build.
 */
export type PermissionTable<S = unknown> = Readonly<Record<string, Rule<S>>>;

/** Open to everyone, signed in or not, through whichever program. */
export const anyone: Rule = { says: "anyone", allows: () => true };

/** As visible as the object it stands on: whoever was given the object may read the field. */
export const withItsObject: Rule = { says: "with its object", allows: () => true };

/** A person, known by an applicant's token or an account: never a partner's program. */
export const applicant: Rule = {
  says: "an applicant or an account that is not held up by its initial password",
  allows: ({ viewer }) =>
    viewer.subject !== null && viewer.assurance !== "must-change-password" && !hasRole(viewer, "PARTNER"),
};

/** The same, but for who holds a token for one application: it reaches that application alone, and opens no other. */
export const unnarrowedApplicant: Rule = {
  says: `${applicant.says}, whose token is not for one application`,
  allows: (access) => access.viewer.applicationId === null && applicant.allows(access),
};

export const signedIn: Rule = {
  says: "signed in",
  allows: ({ viewer }) => viewer.subject !== null && atLeast(viewer, "signed-in"),
};

/** Signed in with a role; where `schoolOf` names the school in the arguments, with the role at that school. */
export function withRole(role: Role, schoolOf?: (args: Record<string, unknown>) => unknown): Rule {
  return {
    says: schoolOf ? `${role} at the school named` : role,
    allows: ({ viewer, args }) => {
      const school = schoolOf?.(args);
      if (schoolOf && typeof school !== "string") return false;
      return atLeast(viewer, "signed-in") && hasRole(viewer, role, school as string | undefined);
    },
  };
}

/** The same rule, for programs that are not the city's own too: those that were given one of these scopes. */
export function openTo<S>(scopes: GrantableScope | readonly GrantableScope[], rule: Rule<S>): Rule<S> {
  const named = typeof scopes === "string" ? [scopes] : scopes;
  return { ...rule, says: `${rule.says}; other programs within ${named.join(" or ")}`, scopes: named };
}

/** Whether the viewer's program may have what a rule opens. Whether its person may is another question. */
function isWithinScopes<S>(viewer: Viewer, { scopes }: Rule<S>): boolean {
  return !isForeignProgram(viewer) || (scopes?.some((scope) => viewer.scopes?.includes(scope)) ?? false);
}

/** Whoever any of the rules lets in. */
export function anyOf<S = unknown>(...rules: Rule<S>[]): Rule<S> {
  return {
    says: rules.map(({ says }) => says).join(" or "),
    allows: async (access) => {
      let verdict: Verdict = false;
      for (const rule of rules) {
        const own = await rule.allows(access);
        if (own === true) return true;
        verdict ||= own;
      }
      return verdict;
    },
  };
}

/** How a rule looks at the object that a field's arguments name. */
export interface ObjectRule<T, A, S> {
  says: string;
  /** What needs no object, and is checked first, so that nobody else costs a look-up. */
  who: Rule<S>;
  /** The object, as far as the viewer may know of it; null is answered as NOT_FOUND. By `batched`, once for many. */
  find: (context: Context<S>, args: A) => Promise<T | null>;
  allows: (object: T, viewer: Viewer) => boolean;
}

/** Whoever may do this to this very object: `voidBill(billId)` is for a cashier of the school that issued the bill. */
export function ofObject<T, A, S = unknown>({ says, who, find, allows }: ObjectRule<T, A, S>): Rule<S> {
  return {
    says,
    allows: async (access) => {
      const verdict = await who.allows(access);
      if (verdict !== true) return verdict;
      const object = await find(access.context, access.args as A);
      return object === null ? "absent" : allows(object, access.viewer);
    },
  };
}

/** So long a second factor covers what can do harm. */
export const secondFactorFreshMs = 5 * 60_000;

/**
 * For what can do harm: whoever the rule lets in, if they gave a second factor within the last five minutes. Who may not
 * do it anyway is refused as before, and asked for nothing.
 */
export function freshSecondFactor<S = unknown>(rule: Rule<S>): Rule<S> {
  return {
    says: `${rule.says}, with a second factor given within five minutes`,
    allows: async (access) => {
      const verdict = await rule.allows(access);
      return verdict !== true || isFresh(access) ? verdict : "stale";
    },
  };
}

function isFresh({ viewer: { secondFactor }, context }: Pick<FieldAccess, "viewer" | "context">): boolean {
  if (secondFactor === undefined) return false;
  return (
    secondFactor === "waived" || context.clock.now().getTime() - secondFactor.givenAt <= secondFactorFreshMs
  );
}

/** Fields that federation itself adds; the signed door is their guard. */
const federationFields = new Set(["Query._entities", "Query._service"]);

/** The schema's fields, as `Type.field`, that have no row in the table, and the rows that have no field. */
export function checkPermissionTable(
  schema: GraphQLSchema,
  table: Readonly<Record<string, unknown>>,
): string[] {
  const used = new Set<string>();
  const problems: string[] = [];
  for (const field of fieldsOf(schema)) {
    const row = rowOf(table, field);
    if (row) used.add(row);
    else problems.push(`${field} has no row in the permission table`);
  }
  for (const row of Object.keys(table))
    if (!used.has(row)) problems.push(`the row ${row} stands for no field`);
  return problems;
}

/** Puts the table in front of every field's resolver. */
export function enforcePermissions<S>(schema: GraphQLSchema, table: PermissionTable<S>): void {
  const problems = checkPermissionTable(schema, table);
  if (problems.length > 0) throw new Error(`Permissions: ${problems.join("; ")}.`);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isFederationType(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      const row = rowOf(table, `${type.name}.${field.name}`);
      const rule = row ? table[row] : undefined;
      if (!rule || rule === anyone) continue;
      const isOpen = rule.allows === withItsObject.allows;
      field.resolve = isOpen ? scoped(rule, field.resolve) : guarded(rule, field.resolve);
      // Who may not have the events opens no stream of them either.
      if (field.subscribe) field.subscribe = guarded(rule, field.subscribe);
    }
  }
}

function fieldsOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !isFederationType(type.name))
    .flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    )
    .filter((field) => !federationFields.has(field));
}

function rowOf(table: object, field: string): string | undefined {
  if (Object.hasOwn(table, field)) return field;
  const ofType = `${field.split(".")[0]}.*`;
  return Object.hasOwn(table, ofType) ? ofType : undefined;
}

function isFederationType(name: string): boolean {
  return name.startsWith("_");
}

type Resolver<S> = GraphQLFieldResolver<unknown, Context<S>>;

/** Whoever was given the object may have the field, but not through every program. Waits for nothing: most fields are such. */
function scoped<S>(rule: Rule<S>, resolve: Resolver<S> = defaultFieldResolver): Resolver<S> {
  return (source, args, context, info) => {
    if (!isWithinScopes(context.viewer, rule)) throw new Forbidden();
    return resolve(source, args, context, info);
  };
}

function guarded<S>(rule: Rule<S>, resolve: Resolver<S> = defaultFieldResolver): Resolver<S> {
  return async (source, args, context, info) => {
    if (!isWithinScopes(context.viewer, rule)) throw new Forbidden();
    const verdict = await rule.allows({ viewer: context.viewer, args, source, context });
    if (verdict === "absent") throw new NotFound();
    if (verdict === "stale") throw new SecondFactorRequired({ freshForSeconds: secondFactorFreshMs / 1_000 });
    if (!verdict) throw refusalFor(context.viewer);
    return resolve(source, args, context, info);
  };
}

/** The refusal that tells this viewer what would help: sign in, change the password, or nothing. */
export function refusalFor(viewer: Viewer): Unauthenticated | MustChangePassword | Forbidden {
  if (viewer.assurance === "anonymous") return new Unauthenticated();
  if (viewer.assurance === "must-change-password") return new MustChangePassword();
  return new Forbidden();
}
