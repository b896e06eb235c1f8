/** TypeGraphQL wants an enum as an object of names; the domain's closed list stays the one place where they stand. */
export function enumOf<const T extends string>(names: readonly T[]): { readonly [Name in T]: Name } {
  return Object.fromEntries(names.map((name) => [name, name])) as { [Name in T]: Name };
}
