import type { SupportCaseQuery } from "@campus-graph/clients/generated/operations";
import { formatMoment } from "@campus-graph/ui/format/dates";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { itWords } from "../words/it";
import { supportWords } from "../words/support";
import { undeliveredWords } from "../words/undelivered";

type Case = NonNullable<SupportCaseQuery["supportCase"]>;

/** States and times, as they are told to whoever asks. */
export function CaseCard({ found }: { found: Case }) {
  const words = useCatalogue(supportWords);
  const { accounts } = useCatalogue(itWords);
  const moment = useMoment();
  const { state, createdAt, firstSignInUntil, disabledAt } = found;
  return (
    <article className="found-account support-case" aria-label={words.found}>
      <h2>{words.account}</h2>
      <p className={`account-state ${state.toLowerCase()}`}>
        <strong>{accounts.states[state]}</strong>
        <br />
        {accounts.stateHints[state]}
      </p>
      <dl className="person">
        <dt>{accounts.since}</dt>
        <dd>{moment(createdAt)}</dd>
        {firstSignInUntil && (
          <>
            <dt>{accounts.firstSignInUntil}</dt>
            <dd>{moment(firstSignInUntil)}</dd>
          </>
        )}
        {disabledAt && (
          <>
            <dt>{accounts.disabledAt}</dt>
            <dd>{moment(disabledAt)}</dd>
          </>
        )}
      </dl>
      <Messages messages={found.messages} />
      <Requests requests={found.requests} />
    </article>
  );
}

function Messages({ messages }: { messages: Case["messages"] }) {
  const words = useCatalogue(supportWords);
  const { kinds, byEmail, bySms } = useCatalogue(undeliveredWords);
  const moment = useMoment();
  return (
    <>
      <h2>{words.messages}</h2>
      {messages.length === 0 ? (
        <p>{words.noMessages}</p>
      ) : (
        <Table
          headings={[words.message, words.way, words.state, words.written, words.givenUp, words.tries]}
          rows={messages.map(({ kind, by, state, writtenAt, givenUpAt, tries }) => [
            kinds[kind],
            by === "SMS" ? bySms : byEmail,
            words.messageStates[state],
            moment(writtenAt),
            givenUpAt ? moment(givenUpAt) : "",
            String(tries),
          ])}
        />
      )}
    </>
  );
}

function Requests({ requests }: { requests: Case["requests"] }) {
  const words = useCatalogue(supportWords);
  const moment = useMoment();
  return (
    <>
      <h2>{words.requests}</h2>
      {requests.length === 0 ? (
        <p>{words.noRequests}</p>
      ) : (
        <Table
          headings={[words.request, words.status, words.applied, words.decided]}
          rows={requests.map(({ id, status, appliedAt, decidedAt }) => [
            id,
            words.statuses[status],
            appliedAt ? moment(appliedAt) : "",
            decidedAt ? moment(decidedAt) : "",
          ])}
        />
      )}
    </>
  );
}

function Table({ headings, rows }: { headings: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <div className="table-wrap">
      <table className="staff">
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines stand as they came.
            <tr key={line}>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useMoment(): (moment: string) => string {
  const { language } = useLanguage();
  return (moment) => formatMoment(moment, language);
}
