import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";

/** Every type, field, argument, enum value and input field of the client's schema that has no description. */
export function undescribedElements(api: string): string[] {
  return Object.values(buildSchema(api).getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap(elementsOf)
    .filter(({ description }) => !description?.trim())
    .map(({ path }) => `${path} has no description`);
}

interface Element {
  path: string;
  description: string | null | undefined;
}

/** The roots are where everything hangs, and have nothing of their own to say. */
const roots = new Set(["Query", "Mutation", "Subscription"]);

function elementsOf(type: GraphQLNamedType): Element[] {
  const own = roots.has(type.name) ? [] : [{ path: type.name, description: type.description }];
  if (isEnumType(type))
    return [...own, ...type.getValues().map((value) => under(type.name, value.name, value.description))];
  if (isInputObjectType(type))
    return [
      ...own,
      ...Object.values(type.getFields()).map((field) => under(type.name, field.name, field.description)),
    ];
  if (!isObjectType(type) && !isInterfaceType(type)) return own;
  return [
    ...own,
    ...Object.values(type.getFields()).flatMap((field) => [
      under(type.name, field.name, field.description),
      ...field.args.map((argument) =>
        under(`${type.name}.${field.name}`, argument.name, argument.description),
      ),
    ]),
  ];
}

function under(path: string, name: string, description: string | null | undefined): Element {
  return { path: `${path}.${name}`, description };
}
