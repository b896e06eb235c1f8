import { useCatalogue } from "@campus-graph/ui/words/language";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import { NotFoundPage } from "../shell/not-found-page";
import { cashierWords } from "../words/cashier";
import { BillPage } from "./bill/bill-page";
import { BillsPage } from "./bills/bills-page";
import { FindProvider } from "./bills/find";
import { BooksPage } from "./books/books-page";
import { CasePage } from "./cases/case-page";
import { CasesPage } from "./cases/cases-page";
import { IssuePage } from "./issue/issue-page";
import { CashiersSchool, SchoolChoice, useCashiersSchool } from "./school";
import { SettlementPage } from "./settlement/settlement-page";
import { StudentsProvider } from "./students/students";
import { UnpaidPage } from "./unpaid/unpaid-page";

export default function CashierRoom() {
  return (
    <CashiersSchool>
      <Tabs />
      <OfOneSchool />
    </CashiersSchool>
  );
}

/** Another school's screens begin anew. */
function OfOneSchool() {
  const { code } = useCashiersSchool();
  return (
    <StudentsProvider key={code}>
      <FindProvider>
        <Switch>
          <Route path="/cashier">
            <Redirect to="/cashier/bills" replace />
          </Route>
          <Route path="/cashier/bills" component={BillsPage} />
          <Route path="/cashier/bills/:id">{({ id }) => <BillPage key={id} id={id} />}</Route>
          <Route path="/cashier/issue" component={IssuePage} />
          <Route path="/cashier/unpaid" component={UnpaidPage} />
          <Route path="/cashier/cases" component={CasesPage} />
          <Route path="/cashier/cases/:id">{({ id }) => <CasePage key={id} id={id} />}</Route>
          <Route path="/cashier/settlement" component={SettlementPage} />
          <Route path="/cashier/books" component={BooksPage} />
          <Route component={NotFoundPage} />
        </Switch>
      </FindProvider>
    </StudentsProvider>
  );
}

function Tabs() {
  const { tabs, school } = useCatalogue(cashierWords);
  const [location] = useLocation();
  return (
    <nav className="tabs under-top" aria-label={tabs.label}>
      {(["bills", "issue", "unpaid", "cases", "settlement", "books"] as const).map((tab) => (
        <Link
          key={tab}
          href={`/cashier/${tab}`}
          aria-current={location.startsWith(`/cashier/${tab}`) ? "page" : undefined}
        >
          {tabs[tab]}
        </Link>
      ))}
      <SchoolChoice label={school} />
    </nav>
  );
}
