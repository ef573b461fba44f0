"""Who acts: the frozen value that every act takes as `by`."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from thidua.core.workflow.stages import Stage


class Channel(StrEnum):
    WEB = "web"
    COMMAND = "command"
    LINK = "link"
    DEMO = "demo"


class PostKind(StrEnum):
    """What a post lets its holder do in its unit."""

    LEADER = "leader"
    DEPUTY = "deputy"
    OFFICER = "officer"
    STAFF = "staff"


@dataclass(frozen=True)
class PostHeld:
    """A post on the day of the act; `unit_path` names the unit and all above it, as "/3/17/", `place` says it."""

    unit: int
    unit_path: str
    kind: PostKind
    title: str
    place: str = ""


@dataclass(frozen=True)
class Eyes:
    """Through whose eyes somebody looks who does nothing meanwhile (xem như).

    `viewer` is who really sits there, `role` a word of the grid, held in `season` or towards `unit`; `stage`
    is asked for where it lies ahead of a bloc, None for the stage that each bloc has.
    """

    viewer: "Actor"
    role: str
    season: int
    unit: int | None = None
    unit_slug: str = ""
    unit_name: str = ""
    stage: Stage | None = None

    def as_written(self) -> str:
        """As the access log keeps it: whose eyes, not whose they really are, which its line says already."""
        return " ".join(part for part in ("as", self.role, self.unit_slug, self.stage or "") if part)


@dataclass(frozen=True)
class Actor:
    """Account, person, posts, delegation, on behalf of whom, and by which channel.

    `account` and `person` are keys of the directory, None for jobs, commands and the public;
    `token` names the actor in the journal without naming the person; `on_behalf_of` is the
    unit for which the secretariat enters (nhập thay). An actor with `eyes` looks and does not act.
    """

    token: str
    name: str = ""
    title: str = ""
    account: int | None = None
    person: int | None = None
    posts: tuple[PostHeld, ...] = ()
    is_administrator: bool = False
    channel: Channel = Channel.WEB
    on_behalf_of: str = ""
    eyes: Eyes | None = None

    @property
    def is_signed_in(self) -> bool:
        return self.account is not None

    @property
    def place(self) -> str:
        """Where the actor works, as a reader knows it: the unit of the first post."""
        return self.posts[0].place if self.posts else ""

    @property
    def units(self) -> frozenset[int]:
        """Keys of the units in which the actor holds a post, and of all above them."""
        return frozenset(int(part) for post in self.posts for part in post.unit_path.strip("/").split("/") if part)

    def for_unit(self, unit_token: str) -> "Actor":
        """The same actor entering on behalf of a unit."""
        return replace(self, on_behalf_of=unit_token)

    def as_written(self) -> dict[str, Any]:
        """The actor as the journal's erasable body keeps it: name and post as they were."""
        written: dict[str, Any] = {"name": self.name, "title": self.title, "channel": self.channel.value}
        if self.on_behalf_of:
            written["on_behalf_of"] = self.on_behalf_of
        return written


PUBLIC = Actor(token="public")


def command(name: str) -> Actor:
    """Whoever types a command on the machine itself."""
    return Actor(token=f"command:{name}", name=f"thidua {name}", channel=Channel.COMMAND, is_administrator=True)
