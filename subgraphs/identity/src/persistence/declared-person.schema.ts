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
  indexes: [
    { name: "declared_person_of_email", properties: ["emailIndex"] },
    {
      name: "declared_person_of_application",
      expression:
        "create index declared_person_of_application on declared_person (application_id, declared_at desc, id desc)",
    },
  ],
});
