"""A payment partner in Python: finds a bill, reports it paid, and reports it again to show that nothing happens twice.

    python3 partner.py <graph> <client id> <private key, PEM> [16 digits]

It needs Python 3.9, the openssl command, and nothing else. CHANNEL is the way by which money reaches you, as the city has
registered it (ATM); KEY_ID the name of your key, where it was registered under one of its own.
"""

import base64, hashlib, json, os, secrets, subprocess, sys, time, urllib.error, urllib.parse, urllib.request
from datetime import datetime, timezone

graph, client_id, key_file = sys.argv[1:4]
account_number = sys.argv[4] if len(sys.argv) > 4 else "4803999000000018"
channel = os.environ.get("CHANNEL", "ATM")

# Production runs listed operations only: these two, in whatever layout.
PAYABLE_BILL = """query PayableBill($accountNumber: PayAccountNumber!, $payerReference: String) {
  billByAccountNumber(accountNumber: $accountNumber, payerReference: $payerReference) {
    accountNumber title amount dueDate schoolName maskedStudentName status channels } }"""
NOTIFY_PAYMENT = """mutation NotifyPayment($input: NotifyPaymentInput!, $proof: String!) {
  notifyPayment(input: $input, proof: $proof) { transactionNumber accountNumber amount outcome receivedAt } }"""


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def compact(value):
    """JSON as RFC 8785 writes it: of a flat object of texts and whole numbers, the one with sorted names."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def openssl(*words, data=b""):
    return subprocess.run(["openssl", *words], input=data, capture_output=True, check=True).stdout


def key_id():
    """The name by which the city knows a key without one of its own: its thumbprint (RFC 7638)."""
    point = openssl("ec", "-in", key_file, "-pubout", "-outform", "DER")[-64:]
    jwk = {"crv": "P-256", "kty": "EC", "x": base64url(point[:32]), "y": base64url(point[32:])}
    return base64url(hashlib.sha256(compact(jwk)).digest())


def fixed_length(der):
    """A JWS holds r and s in 32 bytes each; openssl writes them as two integers of DER."""
    r_length = der[3]
    r, s = der[4 : 4 + r_length], der[6 + r_length :]
    return b"".join(part.lstrip(b"\0").rjust(32, b"\0") for part in (r, s))


def sign(header, payload):
    """A compact JWS by ES256, as its three parts (RFC 7515)."""
    parts = [base64url(compact({"alg": "ES256", "kid": kid, **header})), base64url(payload)]
    signature = openssl("dgst", "-sha256", "-sign", key_file, data=".".join(parts).encode())
    return [*parts, base64url(fixed_length(signature))]


class Unanswered(Exception):
    """It passes: the answer was lost, the city is busy, or a new token is wanted. It may say how many seconds to wait."""

    def __init__(self, message, code=None, seconds=0):
        super().__init__(message)
        self.code, self.seconds = code, seconds


# These codes pass, as /docs/en/limits.html lists them; all others are answers. A token lasts five minutes, then is renewed.
PASSING = {"TRY_AGAIN", "TAKING_EFFECT", "TOO_MANY_ATTEMPTS", "UNAUTHENTICATED", "SUBGRAPH_UNAVAILABLE"}
PASSING |= {"SUBGRAPH_RESPONSE_INVALID", "SESSION_UNCERTAIN", "INTERNAL"}
token = None


def ask(address, body=None, headers={}):
    request = urllib.request.Request(address, body, headers)
    try:
        with urllib.request.urlopen(request, timeout=15) as response:
            return json.load(response)
    except urllib.error.HTTPError as refused:
        try:
            return json.load(refused)
        except ValueError:
            raise Unanswered(f"{address} answered {refused.code}, which is no JSON")
    except (OSError, ValueError) as lost:
        raise Unanswered(f"{address}: {lost}")


def get_token():
    discovery = ask(f"{graph}/sso/.well-known/openid-configuration")
    now = int(time.time())
    claims = {"iss": client_id, "sub": client_id, "aud": discovery["issuer"], "jti": secrets.token_urlsafe(16)}
    assertion = ".".join(sign({}, compact({**claims, "iat": now, "exp": now + 60})))
    form = {
        "grant_type": "client_credentials",
        "client_id": client_id,
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": assertion,
    }
    answer = ask(discovery["token_endpoint"], urllib.parse.urlencode(form).encode())
    if "access_token" not in answer:
        sys.exit(f"No token for {client_id}: {answer}")
    return answer["access_token"]


def run(query, variables):
    headers = {"content-type": "application/json", "accept-language": "en", "authorization": f"Bearer {token}"}
    answer = ask(f"{graph}/graphql", json.dumps({"query": query, "variables": variables}).encode(), headers)
    for error in answer.get("errors", []):
        code = error["extensions"]["code"]
        if code in PASSING:
            raise Unanswered(error["message"], code, error["extensions"].get("retryAfterSeconds", 0))
        sys.exit(f"{code}: {error['message']}")
    return answer["data"]


def run_patiently(query, variables):
    """Without an answer it is asked again, later each time, and with what `variables` makes anew."""
    global token
    pause = 0.5
    while True:
        try:
            token = token or get_token()
            return run(query, variables())
        except Unanswered as unanswered:
            if pause > 10:
                raise
            if unanswered.code == "UNAUTHENTICATED":
                token = None
            time.sleep(max(pause, unanswered.seconds))
            pause *= 2


def proof_of(payment):
    """The proof signs the payment itself, which is then left out of it; its nonce is new each time."""
    nonce = secrets.token_urlsafe(16)
    header = {"operation": "notifyPayment", "aud": "campus-graph", "iat": int(time.time()), "nonce": nonce}
    protected, _, signature = sign(header, compact(payment))
    return f"{protected}..{signature}"


def report(payment):
    """The money is taken, so the city must hear of it: without an answer the same payment is reported again, under its own
    number and with a fresh proof. A real partner has written it down before, and goes on for days."""
    return run_patiently(NOTIFY_PAYMENT, lambda: {"input": payment, "proof": proof_of(payment)})["notifyPayment"]


kid = os.environ.get("KEY_ID") or key_id()
token = get_token()
wanted = {"accountNumber": account_number, "payerReference": "example-payer"}
bill = run_patiently(PAYABLE_BILL, lambda: wanted)["billByAccountNumber"]
if bill is None or channel not in bill["channels"]:
    sys.exit(f"Nothing is to be paid: {bill}")
print(bill)

# The payer has paid.
payment = {
    "accountNumber": account_number,
    "amount": bill["amount"],
    "channel": channel,
    "transactionNumber": f"PYTHON-{secrets.token_hex(8)}",
    "paidAt": datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
}
told = report(payment)
print(told)
if report(payment) != told:
    sys.exit("The same notice got another answer.")
print("The same notice again got the same answer.")
