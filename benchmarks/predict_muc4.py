"""Predictions for MUC-4: incident templates for the events the task calls relevant."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from benchmarks.inputs import BenchmarkInput
from benchmarks.muc4 import human, perpetrators, physical, relevance
from benchmarks.muc4.actors import category
from benchmarks.muc4.actors import perpetrators as acting
from benchmarks.muc4.dates import incident_date
from benchmarks.muc4.merging import merge
from benchmarks.muc4.nouns import plain
from benchmarks.muc4.places import (
    NINE_COUNTRIES,
    WantedPlace,
    country_name,
    location,
    most_named,
    place_names,
)
from benchmarks.muc4.specific import is_specific, is_told_bomb, says_whom, tells_nature
from benchmarks.muc4.template import Organisation, Template
from coder.values.events import CodedDocument, Event, EventPlace

_ANYWHERE = "UNITED STATES"


def predict(coded: CodedDocument, given: BenchmarkInput) -> str:
    """The template blocks of one document; nothing for an irrelevant one.

    An incident without any target says too little to be one in the sense of the task. Only where a
    report has no other, a bomb is one of which the nature of the attack is told.
    """
    told = [t for t in document_templates(coded, given) if says_whom(t)]
    templates = [t for t in merge(told) if t.human or t.physical]
    if not templates:
        bombs = document_templates(coded, given, is_told_bomb)
        templates = [t for t in merge(bombs) if tells_nature(t)]
        for template in templates:
            if not (template.individuals or template.organisations):
                template.category = None  # who did it to whom is open
    return "".join(t.block(number) for number, t in enumerate(templates, start=1))


def document_templates(
    coded: CodedDocument,
    given: BenchmarkInput,
    is_told: Callable[[Event], bool] = is_specific,
) -> list[Template]:
    """One template for each relevant event, before templates of one incident are merged.

    Where a report names one illegal organisation only, its readers take it for the perpetrator.
    """
    published = given.document.published or coded.reference_date
    told = plain(given.document.text)
    text = f"{plain(given.dateline or '')} {told}"
    default = default_country(coded, given, text)
    found = []
    for event in coded.events:
        country = event_country(event, default, told)
        if relevance.is_relevant(event, country, published, is_told):
            found.append(_template(event, country, published, text, given))
    only = perpetrators.only_organisation(coded.events)
    for template in found:
        if only is not None and perpetrators.lacks_organisation(template):
            template.organisations.append(Organisation(text=only, confidence="REPORTED AS FACT"))
    return found


def event_country(event: Event, default: str | None, told: str) -> str | None:
    """The event's country; the document's where its own sentences never name the country.

    A town is where its country is, if the report itself (``told``, in capitals) speaks of it. Of
    the United States any of these reports may speak.
    """
    own = country_name(event.place.iso3, event.place.admin0_name)
    if own is None or own in NINE_COUNTRIES.values() or default is None:
        return own or default
    if event.place.place_name is not None and own != _ANYWHERE and own[:-1] in told:
        return own
    names = [plain(place.name) for place in wanted(event.place)]
    is_listed = any(place_names().lookup(default, name) for name in names)
    return default if is_listed or own not in _near(event) else own


def default_country(coded: CodedDocument, given: BenchmarkInput, text: str) -> str | None:
    """The one of the nine with most events, else the most named one, else the dateline's."""
    told = Counter(
        NINE_COUNTRIES[event.place.iso3]
        for event in coded.events
        if event.place.iso3 in NINE_COUNTRIES
    )
    if told:
        return told.most_common(1)[0][0]
    return most_named(text) or _dateline_country(given.dateline)


def _dateline_country(dateline: str | None) -> str | None:
    for part in plain(dateline or "").replace("(", ",").split(","):
        country = place_names().country_of(part.strip())
        if country is not None:
            return country
    return None


def _template(
    event: Event, country: str | None, published: date | None, text: str, given: BenchmarkInput
) -> Template:
    individuals, organisations = perpetrators.fills(event)
    place = country or "-"
    return Template(
        message_id=given.document.doc_id,
        date=incident_date(event.date, published),
        location=place
        if country is None
        else location(country, wanted(event.place), text, _near(event)),
        type=relevance.incident_type(event) or "ATTACK",
        stage=relevance.stage(event) or "ACCOMPLISHED",
        category=category(acting(event)),
        instruments=physical.instruments(event),
        individuals=individuals,
        organisations=organisations,
        physical=physical.physical_fills(event, country),
        human=human.human_fills(event, country),
        untargeted_effect=human.untargeted_effect(event),
    )


def _near(event: Event) -> str:
    """The sentences that tell the event, in capitals."""
    told = [event.evidence_text, event.place.text or "", *(e.text for e in event.evidence)]
    return plain(" ".join(told))


def wanted(place: EventPlace) -> list[WantedPlace]:
    """The names of an event's place, the finest first."""
    fine = [place.place_name, place.admin3_name]
    areas = [place.admin2_name, place.admin1_name]
    site = [WantedPlace(name=place.site_name, is_site=True)] if place.site_name else []
    return [
        *site,
        *(WantedPlace(name=name) for name in fine if name),
        *(WantedPlace(name=name, is_area=True) for name in areas if name),
    ]
