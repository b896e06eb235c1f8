import { SchoolClassesDocument } from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useLastData } from "@campus-graph/ui/graph/use-last-data";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { Link } from "wouter";
import { registrarWords } from "../../words/registrar";
import { shellWords } from "../../words/shell";
import { ClassDeputies } from "./class-deputies";
import { ClassTable } from "./class-table";

/** The school's classes on one side, who sits in one of them on the other. */
export function ClassesPage({ schoolCode, classId }: { schoolCode: string; classId: string | undefined }) {
  const { app } = useCatalogue(shellWords);
  const { classes: words } = useCatalogue(registrarWords);
  const school = useLastData(useQuery(SchoolClassesDocument, { variables: { code: schoolCode } }));
  return (
    <Page title={words.title} app={app}>
      <Loaded of={school}>
        {({ school: found }) => {
          const classes = found?.classes ?? [];
          if (classes.length === 0) return <p className="lead">{words.none}</p>;
          return (
            <div className="beside-list">
              <nav aria-label={words.title} className="class-list">
                {classes.map(({ id, name }) => (
                  <Link
                    key={id}
                    href={`/registrar/classes/${id}`}
                    aria-current={id === classId ? "page" : undefined}
                  >
                    {name}
                  </Link>
                ))}
              </nav>
              {classId ? (
                <div key={classId}>
                  <ClassDeputies classId={classId} schoolCode={schoolCode} />
                  <ClassTable classId={classId} />
                </div>
              ) : (
                <p className="lead">{words.choose}</p>
              )}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
