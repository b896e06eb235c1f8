import {
  SettlementExceptionsDocument,
  SettlementFilesDocument,
} from "@campus-graph/clients/generated/operations";
import { Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { Select } from "@campus-graph/ui/components/select";
import { useUncached } from "@campus-graph/ui/graph/use-uncached";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { useId, useState } from "react";
import { settlementWords } from "../../words/settlement";
import { shellWords } from "../../words/shell";
import { useCashiersSchool } from "../school";
import { ExceptionList } from "./exception-list";
import { FileTable } from "./file-table";
import { ImportFile } from "./import-file";

const everyMs = 30_000;
const wanted = { OPEN: { open: true }, ALL: {} } as const;

/** The bank's word: files, what does not fit in them, and whether all sides agree. */
export function SettlementPage() {
  const { app } = useCatalogue(shellWords);
  const words = useCatalogue(settlementWords);
  const { code } = useCashiersSchool();
  const [show, choose] = useState<keyof typeof wanted>("OPEN");
  const id = useId();
  const exceptions = useUncached(
    SettlementExceptionsDocument,
    { schoolCode: code, first: 100, ...wanted[show] },
    { everyMs },
  );
  const files = useUncached(SettlementFilesDocument, { schoolCode: code, first: 20 }, { everyMs });
  const again = () => {
    exceptions.again();
    files.again();
  };
  return (
    <Page title={words.title} app={app}>
      <p>{words.lead}</p>
      <ImportFile onDone={again} />
      <section aria-labelledby={`${id}-exceptions`}>
        <h2 id={`${id}-exceptions`}>{words.exceptions}</h2>
        <div className="filter-fields">
          <Select
            label={words.show}
            value={show}
            options={(["OPEN", "ALL"] as const).map((value) => ({ value, label: words.shows[value] }))}
            onChoose={(next) => choose(next as keyof typeof wanted)}
          />
        </div>
        <Loaded of={exceptions}>
          {({ settlementExceptions: { edges } }) =>
            edges.length === 0 ? (
              <p>{words.none}</p>
            ) : (
              <ExceptionList exceptions={edges.map(({ node }) => node)} onChanged={again} />
            )
          }
        </Loaded>
      </section>
      <section aria-labelledby={`${id}-files`}>
        <h2 id={`${id}-files`}>{words.files}</h2>
        <Loaded of={files}>
          {({ settlementFiles: { edges } }) =>
            edges.length === 0 ? <p>{words.noFiles}</p> : <FileTable files={edges.map(({ node }) => node)} />
          }
        </Loaded>
      </section>
    </Page>
  );
}
