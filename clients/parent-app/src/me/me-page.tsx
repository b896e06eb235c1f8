import {
  DeliveryPreferencesDocument,
  HomeDocument,
  SignOutEverywhereDocument,
} from "@campus-graph/clients/generated/operations";
import { Button, ButtonLink } from "@campus-graph/ui/components/button";
import { ConfirmDialog } from "@campus-graph/ui/components/confirm-dialog";
import { FailureAlert, Loaded } from "@campus-graph/ui/components/loaded";
import { Page } from "@campus-graph/ui/components/page";
import { useAct, useMutate } from "@campus-graph/ui/graph/use-act";
import { useQuery } from "@campus-graph/ui/graph/use-query";
import { useSession } from "@campus-graph/ui/session/session-provider";
import { useCatalogue, useLanguage } from "@campus-graph/ui/words/language";
import { useState } from "react";
import { Route, Switch, useLocation, useSearch } from "wouter";
import { accountWords } from "../words/account";
import { dataWords } from "../words/data";
import { deletionWords } from "../words/deletion";
import { meWords } from "../words/me";
import { messagesWords } from "../words/messages";
import { shellWords } from "../words/shell";
import { ContactPage } from "./contact-page";
import { DataPage } from "./data-page";
import { DeletionPage } from "./deletion-page";
import { DisclosuresPage } from "./disclosures-page";
import { MessagesPage } from "./messages-page";
import { PasswordForm } from "./password-form";
import { SessionsPage } from "./sessions-page";
import { SignInsPage } from "./sign-ins-page";
import { Undeliverable } from "./undeliverable";
import { UserNamePage } from "./user-name-page";
import { WaitingLinks } from "./waiting-links";
import { WalletsPage } from "./wallets-page";

export default function MePage() {
  return (
    <Switch>
      <Route path="/me/password" component={ChangePasswordPage} />
      <Route path="/me/sessions" component={SessionsPage} />
      <Route path="/me/sign-ins" component={SignInsPage} />
      <Route path="/me/user-name" component={UserNamePage} />
      <Route path="/me/contact" component={ContactPage} />
      <Route path="/me/wallets" component={WalletsPage} />
      <Route path="/me/disclosures" component={DisclosuresPage} />
      <Route path="/me/data" component={DataPage} />
      <Route path="/me/delete" component={DeletionPage} />
      <Route path="/me/messages" component={MessagesPage} />
      <Route component={Overview} />
    </Switch>
  );
}

function Overview() {
  const words = useCatalogue(meWords);
  const { app } = useCatalogue(shellWords);
  const messages = useCatalogue(messagesWords);
  const account = useCatalogue(accountWords);
  const data = useCatalogue(dataWords);
  const deletion = useCatalogue(deletionWords);
  const { session, signOut } = useSession();
  const hasChanged = new URLSearchParams(useSearch()).has("changed");
  const leave = useAct(signOut);
  const isGuardian = session?.kind === "SIGNED_IN";
  return (
    <Page title={words.title} app={app}>
      <div role="status">{hasChanged && <p className="told">{words.changed}</p>}</div>
      {isGuardian ? (
        <>
          <WaitingLinks />
          <MailArrives />
          <Person />
        </>
      ) : (
        <p className="lead">{words.applicant}</p>
      )}
      <Languages />
      {isGuardian && (
        <>
          <ButtonLink kind="quiet" to="/me/messages">
            {messages.title}
          </ButtonLink>
          <ButtonLink kind="quiet" to="/me/password">
            {words.changePassword}
          </ButtonLink>
          <ButtonLink kind="quiet" to="/me/user-name">
            {account.userName.title}
          </ButtonLink>
          <ButtonLink kind="quiet" to="/me/contact">
            {account.contact.title}
          </ButtonLink>
          <ButtonLink kind="quiet" to="/me/sign-ins">
            {account.signIns.title}
          </ButtonLink>
          <ButtonLink kind="quiet" to="/me/sessions">
            {words.sessions}
          </ButtonLink>
          <ButtonLink kind="quiet" to="/me/wallets">
            {words.wallets}
          </ButtonLink>
          <ButtonLink kind="quiet" to="/me/disclosures">
            {words.disclosures}
          </ButtonLink>
          <ButtonLink kind="quiet" to="/me/data">
            {data.title}
          </ButtonLink>
          <ButtonLink kind="quiet" to="/me/delete">
            {deletion.title}
          </ButtonLink>
        </>
      )}
      <div className="leaving">
        <FailureAlert failure={leave.failure} />
        <Button kind="quiet" isBusy={leave.isRunning} onClick={() => void leave.run()}>
          {words.signOut}
        </Button>
        <p className="hint">{words.signOutHint}</p>
        {isGuardian && <Everywhere />}
      </div>
    </Page>
  );
}

/** Nothing, where mails arrive. */
function MailArrives() {
  const { data } = useQuery(DeliveryPreferencesDocument);
  return data ? <Undeliverable me={data.me} /> : null;
}

function Person() {
  const words = useCatalogue(meWords);
  const home = useQuery(HomeDocument);
  return (
    <Loaded of={home}>
      {({ me }) =>
        me && (
          <dl className="card person">
            <dt>{words.name}</dt>
            <dd>{me.displayName}</dd>
            <dt>{words.email}</dt>
            <dd>{me.email}</dd>
            {me.mobile && (
              <>
                <dt>{words.mobile}</dt>
                <dd>{me.mobile}</dd>
              </>
            )}
            <dt>{words.supportNumber}</dt>
            <dd className="support-number">{me.id}</dd>
          </dl>
        )
      }
    </Loaded>
  );
}

function Languages() {
  const words = useCatalogue(meWords);
  const { language, languages, setLanguage } = useLanguage();
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{words.language}</legend>
      {languages.map((each) => (
        <label key={each} lang={each === "en" ? "en" : "zh-Hant-TW"}>
          <input
            type="radio"
            name="language"
            checked={language === each}
            onChange={() => setLanguage(each)}
          />
          <span>{each === "en" ? "English" : "中文"}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Everywhere() {
  const words = useCatalogue(meWords);
  const mutate = useMutate();
  const { refresh } = useSession();
  const [isConfirming, setConfirming] = useState(false);
  const end = useAct(async () => {
    await mutate(SignOutEverywhereDocument, {});
    await refresh();
  });
  return (
    <>
      <Button kind="plain" onClick={() => setConfirming(true)}>
        {words.everywhere}
      </Button>
      <p className="hint">{words.everywhereHint}</p>
      {isConfirming && (
        <ConfirmDialog
          title={words.everywhereTitle}
          yes={words.everywhere}
          no={words.keep}
          isBusy={end.isRunning}
          onYes={() => void end.run()}
          onNo={() => setConfirming(false)}
        >
          <FailureAlert failure={end.failure} />
        </ConfirmDialog>
      )}
    </>
  );
}

function ChangePasswordPage() {
  const words = useCatalogue(meWords);
  const { app } = useCatalogue(shellWords);
  const { refresh } = useSession();
  const [, go] = useLocation();
  return (
    <Page title={words.changePassword} app={app} backTo="/me">
      <PasswordForm
        onChanged={() => {
          void refresh();
          go("/me?changed");
        }}
      />
    </Page>
  );
}
