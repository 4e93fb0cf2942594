"""Reads calendars by two parsers that are not ours, and prints what each understood, as JSON.

    read.py FILE…    {"FILE": {"icalendar": [event…], "vobject": [event…]}}

Times are in UTC, reckoned by the parser from what the file says of its zone.
"""

import json
import sys
from datetime import timezone

import icalendar
import vobject


def utc(time):
    return time.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def by_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors, calendar.errors
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        yield {
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "stamp": utc(event["DTSTAMP"].dt),
            "changed": utc(event["LAST-MODIFIED"].dt),
            "starts": utc(event["DTSTART"].dt),
            "ends": utc(event["DTEND"].dt),
            "title": str(event["SUMMARY"]),
            "place": str(event.get("LOCATION", "")),
            "text": str(event.get("DESCRIPTION", "")),
            "url": str(event.get("URL", "")),
            "status": str(event["STATUS"]),
        }


def by_vobject(text):
    calendar = vobject.readOne(text)
    calendar.validate(raiseException=True)
    for event in calendar.vevent_list:
        said = lambda name: event.contents[name][0].value if name in event.contents else ""
        yield {
            "uid": said("uid"),
            "sequence": int(said("sequence")),
            "stamp": utc(said("dtstamp")),
            "changed": utc(said("last-modified")),
            "starts": utc(said("dtstart")),
            "ends": utc(said("dtend")),
            "title": said("summary"),
            "place": said("location"),
            "text": said("description"),
            "url": said("url"),
            "status": said("status"),
        }


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        text = file.read()
    return {"icalendar": list(by_icalendar(text)), "vobject": list(by_vobject(text))}


print(json.dumps({path: read(path) for path in sys.argv[1:]}))
