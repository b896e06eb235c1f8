import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from "graphql";
import { facts } from "./facts.ts";
import { escapeHtml, prose } from "./html.ts";
import { filePath, relativeTo } from "./links.ts";
import { operations } from "./operations.ts";
import type { Page } from "./page.ts";
import { reference } from "./pages.ts";
import { ownTypes, schema, sdlFile, slugOfType } from "./schema.ts";
import { isPublishable } from "./sources.ts";

const pagesOfSchema = ["queries", "mutations", "subscriptions", "types", "inputs", "values"];

/** The reference: every type, field, argument and value of the schema, in its own words. */
export function referencePages(): Page[] {
  return reference.en
    .filter(({ slug }) => pagesOfSchema.includes(slug))
    .map((title) => {
      const types = ownTypes.filter((type) => slugOfType(type) === title.slug);
      const isRoot = types.some((type) => isRootName(type.name));
      const sdl = relativeTo({ language: "en", slug: title.slug }, filePath(sdlFile));
      const html = isRoot
        ? types.map((type) => fieldsOf(type, "h2"))
        : types.map(
            (
              type,
            ) => `<h2 id="${type.name}"><a class="anchor" href="#${type.name}"><code>${type.name}</code></a></h2>
${described(type)}${bodyOf(type)}`,
          );
      const intro = `<p class="facts"><a href="${sdl}">The whole schema (SDL)</a></p>${contents(types, isRoot)}`;
      return { ...title, language: "en", html: [intro, ...html].join("\n"), sources: [], examples: [] };
    });
}

function isRootName(name: string): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].some(
    (root) => root?.name === name,
  );
}

function contents(types: readonly GraphQLNamedType[], isRoot: boolean): string {
  const links = isRoot
    ? types.flatMap((type) =>
        Object.keys((isObjectType(type) && type.getFields()) || {}).map((name) => [
          `${type.name}.${name}`,
          name,
        ]),
      )
    : types.map(({ name }) => [name, name]);
  return `<ul class="contents">${links.map(([id, name]) => `<li><a href="#${id}"><code>${name}</code></a></li>`).join("")}</ul>`;
}

function described({ description }: { description?: string | null | undefined }): string {
  return description ? `<p>${prose(description)}</p>\n` : "";
}

function bodyOf(type: GraphQLNamedType): string {
  if (isEnumType(type))
    return `<dl>${type
      .getValues()
      .map((each) => `<dt><code>${each.name}</code></dt><dd>${prose(each.description ?? "")}</dd>`)
      .join("")}</dl>`;
  if (isUnionType(type)) return `<p class="facts">One of ${type.getTypes().map(linkTo).join(", ")}</p>`;
  if (isScalarType(type)) return specification(type.specifiedByURL);
  const implementing = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  const implemented = isObjectType(type) ? type.getInterfaces() : [];
  return [
    implementing.length > 0 ? `<p class="facts">Is one of ${implementing.map(linkTo).join(", ")}</p>` : "",
    implemented.length > 0 ? `<p class="facts">Is a ${implemented.map(linkTo).join(", ")}</p>` : "",
    fieldsOf(type, "h3"),
  ].join("\n");
}

/** A scalar of ours is specified by a page of the schema folder. */
function specification(url: string | null | undefined): string {
  if (!url) return "";
  const own = `schema${new URL(url).pathname}.md`;
  const href = isPublishable(own) ? `../${filePath(own)}` : url;
  return `<p class="facts"><a href="${href}">How it is written</a></p>`;
}

function fieldsOf(type: GraphQLNamedType, level: "h2" | "h3"): string {
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return "";
  const fields = Object.values(type.getFields()) as (GraphQLField<unknown, unknown> | GraphQLInputField)[];
  return fields
    .map((field) => {
      const id = `${type.name}.${field.name}`;
      const fallback = "defaultValue" in field ? defaultOf(field) : "";
      return `<${level} id="${id}" class="field"><a class="anchor" href="#${id}"><code>${field.name}</code></a> <span class="type">${typeLink(field.type)}${fallback}</span></${level}>
${described(field)}${"args" in field ? argumentsOf(field.args) : ""}${factsOf(id, field.name, type)}`;
    })
    .join("\n");
}

function argumentsOf(args: readonly GraphQLArgument[]): string {
  if (args.length === 0) return "";
  const rows = args.map(
    (each) =>
      `<dt><code>${each.name}</code> <span class="type">${typeLink(each.type)}${defaultOf(each)}</span></dt><dd>${prose(each.description ?? "")}</dd>`,
  );
  return `<dl class="arguments">${rows.join("")}</dl>\n`;
}

function defaultOf({ defaultValue }: { defaultValue?: unknown }): string {
  return defaultValue === undefined ? "" : ` = ${escapeHtml(JSON.stringify(defaultValue))}`;
}

/** Who may see it, what it costs beyond its objects, and the operations that ask for it. */
function factsOf(id: string, name: string, type: GraphQLNamedType): string {
  const descriptions = [];
  const rule = facts.permissions[id];
  if (rule) descriptions.push(`For: ${escapeHtml(rule)}`);
  const weight = facts.weights[id];
  if (weight) descriptions.push(`Costs ${weight}`);
  if (isRootName(type.name)) {
    const kind = type.name.toLowerCase();
    const using = operations.filter((each) => each.kind === kind && each.fields.includes(name));
    if (using.length > 0)
      descriptions.push(
        `Example: ${using.map((each) => `<a href="operations.html#${each.name}"><code>${each.name}</code></a>`).join(", ")}`,
      );
  }
  return descriptions.length > 0 ? `<p class="facts">${descriptions.join(" · ")}</p>` : "";
}

function linkTo(type: GraphQLNamedType): string {
  if (!ownTypes.includes(type)) return `<code>${type.name}</code>`;
  return `<a href="${slugOfType(type)}.html#${type.name}"><code>${type.name}</code></a>`;
}

/** A type as it is written, its name leading to where it is described. */
function typeLink(type: GraphQLType): string {
  const named = getNamedType(type);
  return String(type).replace(/\w+/, linkTo(named));
}
