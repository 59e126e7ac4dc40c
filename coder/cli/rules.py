"""``coder rules``: which rules there are, what one says, and whether their examples hold."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coder.cli.console import print_all
from coder.cli.exits import DONE, INVALID_INPUT

if TYPE_CHECKING:
    from coder.rules.ruleset import RuleSet

_rules_option = click.option(
    "--rules",
    "rule_paths",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Rule file or folder to add; may be repeated.",
)


@click.group()
def rules() -> None:
    """The rules that decide what is coded."""


def _load(rule_paths: tuple[Path, ...]) -> "RuleSet":
    from coder.api.user_content import engine_options  # noqa: PLC0415 - keeps --help quick
    from coder.rules.loader import load_rules  # noqa: PLC0415 - the same
    from coder.rules.model import RuleSource  # noqa: PLC0415 - the same

    options = engine_options(rules=rule_paths)
    return load_rules([RuleSource(one.name, one.content) for one in options.rules])


@rules.command(name="list")
@_rules_option
@click.option("--type", "event_type", help="Only frames of this event type.")
def list_rules(rule_paths: tuple[Path, ...], event_type: str | None) -> int:
    r"""List the frames: id, type, status, what they read.

    \b
    Example:
      coder rules list --type killing
    """
    from rich.table import Table  # noqa: PLC0415 - only where something is printed
    from rich.text import Text  # noqa: PLC0415 - the same

    found = _load(rule_paths)
    table = Table("frame", "type", "status", "why", box=None, pad_edge=False)
    for frame in found.frames:
        if event_type in (None, frame.type.value):
            row = (frame.frame_id, f"{frame.type}/{frame.subtype}", frame.status, frame.why)
            table.add_row(*(Text(cell) for cell in row))
    print_all([table])
    click.echo(f"rules {found.version}", err=True)
    return DONE


@rules.command()
@click.argument("frame_id")
@_rules_option
def show(frame_id: str, rule_paths: tuple[Path, ...]) -> int:
    r"""Show one frame: triggers, roles and examples.

    \b
    Example:
      coder rules show kill
    """
    from rich.text import Text  # noqa: PLC0415 - only where something is printed

    from coder.explain.terminal import fact_table  # noqa: PLC0415 - the same
    from coder.rules.describing import describe_frame  # noqa: PLC0415 - reads YAML

    try:
        frame = describe_frame(_load(rule_paths), frame_id)
    except KeyError as error:
        raise click.UsageError(str(error.args[0])) from error
    facts = [("type", frame.type), ("status", frame.status), ("why", frame.why)]
    facts += [(f"trigger ({kind})", ", ".join(words)) for kind, words in frame.triggers]
    facts += list(frame.roles)
    facts += [("match", text) for text in frame.match]
    facts += [("no match", f"{text} ({why})") for text, why in frame.no_match]
    facts += [("known miss", text) for text in frame.known_miss]
    facts.append(("source", frame.source))
    print_all([Text(frame.frame_id, style="bold"), fact_table(facts)])
    return DONE


@rules.command()
@_rules_option
@click.option("-q", "--quiet", is_flag=True, help="Only the exit code.")
def test(rule_paths: tuple[Path, ...], quiet: bool) -> int:
    r"""Run the examples of the frames; the exit code is 3 where one does not hold.

    With --rules those of the added frames, otherwise those of the shipped ones.

    \b
    Example:
      coder rules test --rules my-rules
    """
    from coder.api.coding import Coder  # noqa: PLC0415 - keeps --help quick

    report = Coder(rules=rule_paths).test_rules(shipped=not rule_paths)
    if not quiet:
        for line in report.lines():
            click.echo(line)
    return INVALID_INPUT if report.failures or report.bare_frames else DONE
