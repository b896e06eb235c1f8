import { defineEntity, p } from "@mikro-orm/core";
import { DeclaredPerson } from "../domain/declared-person.js";

export const declaredPersonSchema = defineEntity({
  class: DeclaredPerson,
  tableName: "declared_person",
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    subjectId: p.uuid(),
    declaredBy: p.uuid(),
    declaredAt: p.datetime(),
    personKey: p.text(),
    nationalId: p.text(),
    contacts: p.text(),
    emailIndex: p.text(),
  },
});
