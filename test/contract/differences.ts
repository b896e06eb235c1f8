import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedScalarType,
} from "graphql";

/**
 * Where the schema does not keep what the contract promises. It may grow: further types, fields and enum values, and
 * arguments that nobody has to give.
 */
export function differences(contract: GraphQLSchema, api: GraphQLSchema): string[] {
  return Object.values(contract.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((promised) => {
      const given = api.getType(promised.name);
      if (!given) return [`${promised.name} is missing`];
      if (given.astNode?.kind !== promised.astNode?.kind) return [`${promised.name} is of another kind`];
      return differencesOfType(promised, given);
    });
}

function differencesOfType(promised: GraphQLNamedType, given: GraphQLNamedType): string[] {
  if (isEnumType(promised) && isEnumType(given))
    return promised
      .getValues()
      .filter(({ name }) => !given.getValue(name))
      .map(({ name }) => `${promised.name}.${name} is missing`);
  if (isInputObjectType(promised) && isInputObjectType(given))
    return differencesOfInputs(
      promised.name,
      Object.values(promised.getFields()),
      Object.values(given.getFields()),
      isRequiredInputField,
    );
  if (
    (isObjectType(promised) || isInterfaceType(promised)) &&
    (isObjectType(given) || isInterfaceType(given))
  )
    return [
      ...promised
        .getInterfaces()
        .filter(({ name }) => !given.getInterfaces().some((one) => one.name === name))
        .map(({ name }) => `${promised.name} does not implement ${name}`),
      ...Object.values(promised.getFields()).flatMap((field) => {
        const path = `${promised.name}.${field.name}`;
        const offered = given.getFields()[field.name];
        if (!offered) return [`${path} is missing`];
        return [
          ...differenceOfShape(path, String(field.type), String(offered.type)),
          ...differencesOfInputs(path, field.args, offered.args, isRequiredArgument),
        ];
      }),
    ];
  return [];
}

function differencesOfInputs<T extends GraphQLArgument | GraphQLInputField>(
  path: string,
  promised: readonly T[],
  given: readonly T[],
  isRequired: (input: T) => boolean,
): string[] {
  const lost = promised.flatMap((input) => {
    const offered = given.find(({ name }) => name === input.name);
    if (!offered) return [`${path}.${input.name} is missing`];
    const inputPath = `${path}.${input.name}`;
    return [
      ...differenceOfShape(inputPath, String(input.type), String(offered.type)),
      ...differenceOfDefault(inputPath, input, offered),
    ];
  });
  const demanded = given
    .filter((input) => isRequired(input) && !promised.some(({ name }) => name === input.name))
    .map(({ name }) => `${path}.${name} is demanded, though nobody was told to give it`);
  return [...lost, ...demanded];
}

/** A default is promised only where the contract states one. */
function differenceOfDefault(
  path: string,
  promised: GraphQLArgument | GraphQLInputField,
  given: GraphQLArgument | GraphQLInputField,
): string[] {
  if (promised.defaultValue === undefined || promised.defaultValue === given.defaultValue) return [];
  return [`${path} is ${given.defaultValue} when left out, instead of ${promised.defaultValue}`];
}

function differenceOfShape(path: string, promised: string, given: string): string[] {
  return promised === given ? [] : [`${path} is ${given} instead of ${promised}`];
}
