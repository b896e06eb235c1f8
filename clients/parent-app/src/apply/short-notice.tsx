import { ConsentNoticeDocument } from "@campus-graph/clients/generated/operations";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useCatalogue } from "@campus-graph/ui/words/language";
import { consentWords } from "../words/consent";

/** The six items in short, before a child's ID is asked for; the whole text comes in step 3. */
export function ShortNotice() {
  const words = useCatalogue(consentWords);
  const { data } = useQuery(ConsentNoticeDocument);
  if (!data) return null;
  return (
    <details className="short-notice">
      <summary>{words.short}</summary>
      <ul>
        {data.consentNotice.summary.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  );
}
