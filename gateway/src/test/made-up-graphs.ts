import { Kind, parse } from "graphql";
import { SmallGraph, type SmallSubgraph } from "./federation.js";
import { madeUpEntity, madeUpField, madeUpType } from "./made-up.js";

/** A graph of schemas alone: every answer is made up. */
export function madeUpGraph(name: string, typeDefs: Readonly<Record<string, string>>): SmallGraph {
  const subgraphs = Object.entries(typeDefs).map(([subgraph, text]) => [
    subgraph,
    { typeDefs: text, resolvers: referencesOf(text) },
  ]);
  return new SmallGraph(name, Object.fromEntries(subgraphs) as Record<string, SmallSubgraph>, {
    fieldResolver: madeUpField,
    typeResolver: madeUpType,
  });
}

function referencesOf(typeDefs: string): SmallSubgraph["resolvers"] {
  const types = parse(typeDefs).definitions.filter(
    (each) => each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const entities = types.filter(({ directives }) => directives?.some(({ name }) => name.value === "key"));
  return Object.fromEntries(
    entities.map(({ name: { value: entity } }) => {
      const members = types.filter(({ interfaces }) => interfaces?.some(({ name }) => name.value === entity));
      const names = members.map(({ name }) => name.value);
      return [entity, { __resolveReference: madeUpEntity(names.length > 0 ? names : [entity]) }];
    }),
  );
}

/** Required fields that require others, in depth and through lists; keys that clients do not see, or that hold lists. */
export const workshop = () =>
  madeUpGraph("workshop", {
    parts: `
      type Query { parts(kind: Kind): [Part] part(id: ID!): Part! grid: [[Part]!] deep: [[[Part!]]!] }
      type Mutation { cut(id: ID!, by: Cut!): Part drill(holes: [Cut!]): [Part!] }
      enum Kind { BOLT NUT }
      input Cut { size: Size! tags: [String!] again: Cut }
      input Size { width: Int! height: Int = 2 }
      type Part @key(fields: "id") @key(fields: "serial { batch number }") {
        id: ID! serial: Serial! size: Dimensions! spares: [Spare!]! kind: Kind inner: [Part]
        stamp: String! @inaccessible label(lang: String = "en"): String
      }
      type Serial { batch: String! number: Int! }
      type Dimensions @shareable { width: Int height: Int! }
      type Spare { weight: Int! of: Part }`,
    costs: `
      type Query { dearest: [Part!] }
      type Mutation { reprice(id: ID!, to: Int!): Part }
      type Part @key(fields: "id") @key(fields: "code") {
        id: ID! code: ID!
        size: Dimensions! @external spares: [Spare!]! @external
        cost: Int! @requires(fields: "size { width height }")
        heavy: [Int] @requires(fields: "spares { weight }")
        maker: Maker
      }
      type Dimensions @shareable { width: Int height: Int! }
      type Spare @external { weight: Int! }
      type Maker @key(fields: "country names") { country: String! names: [String!]! rank: Int }`,
    sales: `
      type Query { offers: [[Offer!]!]! }
      type Offer @key(fields: "part { id } shop") { part: Part! shop: String! until: String }
      type Part @key(fields: "code") @key(fields: "id") {
        code: ID! id: ID! cost: Int! @external stamp: String! @external
        price: Int @requires(fields: "cost")
        sealed: String! @requires(fields: "stamp")
        offers: [Offer]
      }
      type Maker @key(fields: "country names", resolvable: false) { country: String! names: [String!]! }`,
    reviews: `
      type Part @key(fields: "serial { batch number }") {
        serial: Serial! price: Int @external
        worth: Boolean @requires(fields: "price") praise: [[String]!]
      }
      type Serial @shareable { batch: String! number: Int! }
      type Offer @key(fields: "part { id } shop") { part: Part! shop: String! liked: Int! }
      extend type Part @key(fields: "id") { id: ID! }
      type Maker @key(fields: "country names") { country: String! names: [String!]! founded: Int! fame: String }`,
  });

/** Interfaces and unions whose members live in several subgraphs; fields that come along with an abstract type. */
export const zoo = () =>
  madeUpGraph("zoo", {
    animals: `
      type Query { animals: [Animal] pair: [[Animal!]!] any: Being beings(of: [Sort!]): [Being]! keeper: Keeper! }
      enum Sort { WILD TAME UNSEEN @inaccessible }
      interface Named { name: String }
      interface Animal implements Named @key(fields: "id") { id: ID! name: String legs: Int! home: Cage mates: [Animal] }
      type Cat implements Animal & Named @key(fields: "id") { id: ID! name: String legs: Int! home: Cage mates: [Animal] purrs: Boolean! sort: Sort }
      type Owl implements Animal & Named @key(fields: "id") { id: ID! name: String legs: Int! home: Cage mates: [Animal] wings: Int }
      type Yeti implements Animal & Named @key(fields: "id") @inaccessible { id: ID! name: String legs: Int! home: Cage mates: [Animal] }
      type Cage @key(fields: "id") { id: ID! size: Int @shareable inside: [Animal!]! }
      type Keeper implements Named @key(fields: "id") { id: ID! name: String feeds: [Being!] }
      union Being = Cat | Owl | Keeper`,
    care: `
      type Query { sick: [Animal!]! treated: Treated ward: Ward }
      type Animal @key(fields: "id") @interfaceObject {
        id: ID! legs: Int! @external
        diet(days: Int = 1): [Meal] shoes: Int @requires(fields: "legs") nurse: Keeper
      }
      type Meal { food: String! for: Animal! }
      type Keeper @key(fields: "id") { id: ID! shift: Int! patients: [Animal] }
      type Cage @key(fields: "id") { id: ID! size: Int @external clean: Boolean }
      type Ward { main: Cage @provides(fields: "size") others: [[Cage]] @provides(fields: "size") }
      type Vet { licence: ID! helps: Keeper }
      union Treated = Vet | Keeper | Ward`,
    tickets: `
      type Query { tickets: [Ticket]! shows: [Show!] }
      interface Ticket { price: Int! holder: Holder }
      type Day implements Ticket @key(fields: "no") { no: ID! price: Int! holder: Holder day: String }
      type Season implements Ticket @key(fields: "no") { no: ID! price: Int! holder: Holder }
      union Holder = Keeper | Guest
      type Guest { name: String! @shareable tickets: [Ticket!] }
      type Keeper @key(fields: "id") { id: ID! free: Int! }
      union Show = Cat | Owl | Guest
      type Cat @key(fields: "id") { id: ID! stage: String tricks: [String!]! }
      type Owl @key(fields: "id") { id: ID! stage: String! }`,
    gates: `
      type Day @key(fields: "no") { no: ID! gate: Gate! }
      type Season @key(fields: "no") { no: ID! gates: [Gate!] photo: String! }
      type Gate { number: Int! keeper: Keeper }
      type Keeper @key(fields: "id", resolvable: false) { id: ID! }`,
  });

/** Values that several subgraphs give, each a part of them; fields that moved; what is hidden; mutations here and there. */
export const town = () =>
  madeUpGraph("town", {
    registry: `
      scalar Day
      type Query { person(id: ID!): Person people(born: Span): [Person!] today: Day @shareable hall: Hall @shareable }
      type Mutation { move(id: ID!, to: Place!): Person marry(one: ID!, other: ID!): [Person!]! }
      input Span { from: Day until: Day! }
      input Place { street: String! numbers: [[Int!]] kind: PlaceKind = HOUSE }
      enum PlaceKind { HOUSE FLAT HUT @inaccessible }
      type Person @key(fields: "id") @key(fields: "email") @key(fields: "secret") {
        id: ID! email: String! secret: ID! @inaccessible born: Day phone: String address: Address! @shareable children: [Person!] spouse: Person
      }
      type Address @shareable { street: String! town: String }
      type Hall @shareable { opens: String doors: [Door!]! }
      type Door { number: Int! @shareable sign: String }`,
    post: `
      scalar Day
      type Query { today: Day @shareable hall: Hall @shareable parcels(first: Int!): Parcels! lost: [Parcel!]! @inaccessible }
      type Mutation { send(to: ID!): Parcel! }
      type Hall @shareable { opens: String doors: [Door!]! postbox: Postbox }
      type Door { number: Int! @shareable lock: String! opener: Person }
      type Postbox { empties: Day! }
      type Address @shareable { street: String! town: String }
      type Parcels { edges: [Edge] page: Page! }
      type Edge { node: Parcel! cursor: String }
      type Page @shareable { more: Boolean! end: String }
      type Parcel @key(fields: "id") { id: ID! to: Person! from: Person @provides(fields: "phone address { street }") weight: Float! }
      type Person @key(fields: "email") { email: String! phone: String @external address: Address! @external parcels(first: Int = 2): [Parcel] }`,
    phones: `
      type Query { calls: Calls }
      type Person @key(fields: "secret") { secret: ID! @inaccessible phone: String @override(from: "registry") @shareable calls: Calls! }
      type Calls { edges: [Call!]! page: Page! }
      type Page @shareable { more: Boolean! end: String }
      type Call @key(fields: "from { id } at") { from: Caller! at: Int! seconds: Int }
      type Caller @shareable { id: ID! }`,
    taxes: `
      scalar Day
      type Person @key(fields: "id") { id: ID! born: Day @external owes: Int @requires(fields: "born") bracket: Bracket! }
      enum Bracket { LOW HIGH }
      type Call @key(fields: "from { id } at") { from: Caller! at: Int! duty: Float! }
      type Caller @shareable { id: ID! }`,
  });

/**
 * Keys of lists and of other entities; values that only a parent entity leads to; what comes along with members of a
 * union and nested ones; a field that moved from under an interface; a subgraph of Federation 1.
 */
export const library = () =>
  madeUpGraph("library", {
    loans: `
      type Query { desk: Desk loans(first: Int = 2): [Loan!] dated: [Dated] }
      type Mutation { lend(isbn: ID!, cover: Cover): Loan! return(isbn: ID!): Volume @shareable }
      type Desk {
        recent: [Item] @provides(fields: "... on Volume { heading }") shelf: ExampleSubgraph!
        chosen: ExampleSubgraph @provides(fields: "volumes { heading edition { year } }")
      }
      union Item = Volume | Chart
      interface Dated { due: String! }
      type ExampleSubgraph @key(fields: "volumes { isbn }") { volumes: [Volume!]! @shareable }
      type Volume @key(fields: "isbn") { isbn: ID! heading: String @external edition: Edition @external }
      type Edition @external { year: Int }
      type Chart @key(fields: "code") { code: ID! }
      type Loan implements Dated @key(fields: "volume { isbn } card") { volume: Volume! card: ID! due: String! cover: Cover }
      type Reminder implements Dated { due: String! text: String }
      enum Cover { HARD SOFT }`,
    catalogue: `
      type Query { volume(isbn: ID!): Volume published: [Published!]! find: [Found] }
      type Mutation { return(isbn: ID!): Volume @shareable }
      interface Published { series: Published maker: Person }
      union Found = Volume | Person | Chart
      type Volume implements Published @key(fields: "isbn") {
        isbn: ID! heading: String @shareable edition: Edition @shareable series: Volume maker: Person
      }
      type Chart implements Published @key(fields: "code") { code: ID! scale: Float series: Chart maker: Person secret: Int @inaccessible }
      type Edition { year: Int @shareable print(lang: String = "zh"): String! }
      type Person @key(fields: "name { family given }") @key(fields: "orcid", resolvable: false) {
        name: Name! orcid: ID! wrote: [Published]
      }
      type Name @shareable { family: String! given: String }`,
    branches: `
      type Query { branches: [Branch!] }
      type Branch { name: String! holds: [Volume] shelf: ExampleSubgraph }
      type ExampleSubgraph @key(fields: "volumes { isbn edition { year } }") {
        volumes: [Volume!]! @shareable length: Int! first: Volume
      }
      type Volume @key(fields: "isbn") { isbn: ID! edition: Edition @shareable }
      type Edition { year: Int @shareable copies: [Copy] }
      type Copy { number: Int! cover: Cover loan: Loan }
      type Loan @key(fields: "volume { isbn } card") { volume: Volume! card: ID! due: String! @override(from: "loans") late: Boolean }
      enum Cover { HARD SOFT }
      type Person @key(fields: "orcid") { orcid: ID! readings(in: Season!): [Reading!] }
      enum Season { SPRING AUTUMN }
      type Reading { at: Branch! of: Volume }`,
    signs: `
      # Federation 1: no @link.
      type Volume @key(fields: "isbn") @extends { isbn: ID! @external heading: String @external sign: String @requires(fields: "heading") }
      extend type Chart @key(fields: "code") { code: ID! @external drawer: Int! folded: Boolean }`,
  });
