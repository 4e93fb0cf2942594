"""What schemathesis cannot know of the API."""

import base64
import re

import schemathesis
from hypothesis import strategies as st

# A cursor is what the last item was sorted by; in lists of orders that is an id, and an id is a word in any other.
schemathesis.openapi.format(
    "cursor", st.uuids().map(lambda id: base64.urlsafe_b64encode(str(id).encode()).decode().rstrip("="))
)

# The rules that no schema can tell, by the members that they are about. Whatever else a schema allows is taken.
RULES = {
    # Reserved short names.
    "congress_create": ["/slug", "/name", "/starts_at", "/ends_at", "/zone"],
    # A window ends after it begins; a name shows something.
    "category_create": ["/name", "/sale_until"],
    # The categories are there; a name shows something.
    "quota_create": ["/name", "/categories"],
    # The categories are there, and what goes with a ticket is, in one currency, within the most of each; a name shows something and is no link; mail could
    # be sent to an address; a Leitweg-ID has its check digits, a VAT number the form of its country; what is
    # answered is asked of them.
    "order_create": [
        "/buyer/(name|organisation|email)",
        "/buyer/billing/(street|postcode|town|vat_id|leitweg_id|purchase_order|cost_centre)",
        r"/attendees/\d+/(category|extras|given_name|family_name|organisation|email)",
        "/attendees",
        r"(?s)/(attendees/\d+/)?answers(/.*)?",
    ],
    "order_cancel": [],
    # The gate is there, the nonce is new.
    "check_in": None,
}


@schemathesis.hook
def map_body(ctx, body):
    """Most orders and quotas are for a category that is there, so that they get beyond being unknown."""
    if isinstance(body, dict):
        attendees = body.get("attendees")
        for attendee in attendees if isinstance(attendees, list) else []:
            if isinstance(attendee, dict) and isinstance(attendee.get("category"), str):
                if len(attendee["category"]) != 3:
                    attendee["category"] = "online"
        names = body.get("categories")
        if isinstance(names, list) and names and all(isinstance(name, str) and len(name) != 3 for name in names):
            body["categories"] = ["online"] * len(names)
    return body


@schemathesis.check
def refused_by_a_rule_that_no_schema_tells(ctx, response, case):
    """What the schema allows is refused only for a rule that is known to be beyond it."""
    if response.status_code != 422 or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    problem = response.json()
    if problem["type"] != "/problems/invalid":
        return
    rules = RULES.get(case.operation.definition.raw.get("operationId")) or []
    for error in problem.get("errors", []):
        if not any(re.fullmatch(rule, error["pointer"]) for rule in rules):
            raise AssertionError(f"{error['pointer']}: {error['detail']}")
