"""`export VIEW…`: a view as the app shows it, or claims with all that carries them, to a file.

What is asked for is one view, or what a dossier is made of: the pins, or several views together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scale_explorer.data.dossier.dossier import Dossier, Pin
from scale_explorer.data.query import parse
from scale_explorer.data.store.lensed import through
from scale_explorer.data.store.protocol import Store
from scale_explorer.data.store.rows.lens import PLAIN_LENS, Lens
from scale_explorer.models.errors import UsageError
from scale_explorer.models.frozen import dataclass

from ..arguments.formats import Format
from ..arguments.looking import AS_IT_IS, Looking
from ..exits import narrate
from ..looking import in_words
from ..memory.dossiers import read_dossier
from ..state import Place, View
from .answer import Answer
from .drawn import Asked
from .footnoted import Footnoted
from .output import standard_output, write
from .running import asked, lens_for
from .to_file import content, form_for, refuse_taken, target_of, write_to
from .viewing import answer_to, claims_in, name_of, place_named

DOSSIER = "dossier"

_ALWAYS_FOOTNOTED = frozenset({Format.HTML, Format.TEXT})


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported, in which format and to which file; the fields are the options.

    Without a `form` the ending of `output` says it.
    """

    views: Sequence[str]
    filter: str = ""
    footnoted: bool = False
    output: str | None = None
    force: bool = False
    form: Format | None = None
    looking: Looking = AS_IT_IS

    @property
    def chosen(self) -> Format:
        """The format that was chosen, in words or by the ending of the file."""
        return form_for(target_of(self.output), self.form)


def run(data: tuple[str, ...], wish: Wish) -> int:
    """Write what was asked for; return the exit status.

    Raises DataError where the file exists already, UsageError for an ending that says no format;
    then nothing is opened.
    """
    target = target_of(wish.output)
    form = form_for(target, wish.form)
    if target is not None and not wish.force:
        refuse_taken(target)
    with asked(data) as store:
        answer = exported(store, data, wish)
        if target is None:
            return write(answer, form, standard_output())
        return write_to(target, answer, form, force=wish.force)


def exported(store: Store, data: tuple[str, ...], wish: Wish) -> Answer:
    """Return what was asked for; raises UsageError or UnknownNameError for what there is not."""
    if DOSSIER in wish.views:
        if len(wish.views) > 1 or wish.filter or wish.looking != AS_IT_IS:
            raise UsageError("The dossier is exported alone and whole: export dossier.")
        return _pinned(store, data)
    matching = parse(wish.filter)
    places = tuple(place_named(store, name) for name in wish.views)
    lens = _lens(store, data, wish.looking, places)
    views = tuple(Asked(place, matching, lens) for place in places)
    if len(views) == 1 and not wish.footnoted and wish.chosen not in _ALWAYS_FOOTNOTED:
        return answer_to(store, views[0])
    title = ", ".join(name_of(store, each.place) for each in views)
    seen = through(store, lens)
    return Footnoted(seen, _dossier_of(store, views), _titled(title, lens), "No claim matches.")


def _lens(store: Store, data: tuple[str, ...], looking: Looking, places: Sequence[Place]) -> Lens:
    """Return how to look at some views; of one company's exposure, `without` means ties with it."""
    records = [record for place in places for record in place.records]
    of_one = len(places) == 1 and places[0].view is View.EXPOSURE
    return lens_for(store, data, looking, records, places[0].record if of_one else None)


def _titled(title: str, lens: Lens) -> str:
    """Say in a title how one looked: what is exported is read without the command."""
    how = in_words(lens)
    return f"{title} ({how})" if how else title


def _pinned(store: Store, data: tuple[str, ...]) -> Footnoted:
    dossier, damage = read_dossier(data)
    if damage:
        narrate(damage)
    missing = "Nothing is pinned yet; in the app b pins the claim under the cursor."
    return Footnoted(store, dossier, f"Dossier: {store.summary().title}", missing)


def _dossier_of(store: Store, asked_for: Iterable[Asked]) -> Dossier:
    claims = (claim for each in asked_for for claim in claims_in(store, each))
    return Dossier(tuple(map(Pin, dict.fromkeys(claims))))


def view_as(store: Store, place: Place, words: str, form: str, lens: Lens = PLAIN_LENS) -> bytes:
    """Return a view of the app, narrowed by a filter, as a file in the format of that name.

    Raises UsageError for a filter that cannot be read, as the app then shows what it does not keep.
    """
    return content(answer_to(store, Asked(place, parse(words), lens)), Format(form))
