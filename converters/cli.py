"""The command `edition`: convert, build, check, add."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from converters import build, commands
from converters.explain import explain
from converters.messages import EditionError, Message, message
from converters.progress import Progress

EXIT_FAILED = 1  # a check found errors, or a build failed
EXIT_INPUT = 2  # the input is wrong; nothing was written
EXIT_INTERRUPTED = 130  # as shells have it: 128 and the signal, SIGINT


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code: 0 done, 1 failed, 2 wrong input."""
    options = _parser().parse_args(arguments)
    root: Path = options.root.resolve()
    progress = Progress(quiet=options.quiet)
    try:
        if options.command == "check" and options.explain is not None:
            print(explain(options.explain))
            return 0
        if options.command == "check":
            return 0 if commands.check_all(root) else EXIT_FAILED
        if options.command == "add":
            commands.add(root, options.files, progress, options.kind)
            return 0
        commands.convert_all(root, progress)
        if options.command == "build":
            return build.run(root, options.formats or build.FORMATS, quiet=options.quiet)
        return 0
    except EditionError as error:
        print(error, file=sys.stderr)
        return EXIT_INPUT
    except OSError as error:
        print(refusal(error), file=sys.stderr)
        return EXIT_INPUT
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


def refusal(error: OSError) -> Message:
    """What is said where the system refuses a file, e.g. for lack of permission or of space."""
    where = str(error.filename or "edition")
    return message("file-refused", where, problem=error.strerror or error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="edition", description=__doc__)
    _add_common(parser, root=Path.cwd(), quiet=False)
    subcommands = parser.add_subparsers(dest="command", required=True)
    converting = subcommands.add_parser("convert", help="seeds → docs/texts/*.md and refs.bib")
    building = subcommands.add_parser("build", help="convert, then build the editions")
    building.add_argument("formats", nargs="*", choices=[*build.FORMATS, []], metavar="FORMAT")
    checking = subcommands.add_parser("check", help="print ledgers and messages; fail on errors")
    checking.add_argument("--explain", metavar="CODE", help="print what a message means, and stop")
    adding = subcommands.add_parser("add", help="make a record for a new seed")
    adding.add_argument("files", nargs="*", type=Path, help="text files (default: all without one)")
    adding.add_argument("--kind", default="", help="the kind of source, if it is not recognised")
    for subcommand in (converting, building, checking, adding):
        _add_common(subcommand, root=argparse.SUPPRESS, quiet=argparse.SUPPRESS)
    return parser


def _add_common(parser: argparse.ArgumentParser, root: object, quiet: object) -> None:
    """Options that may stand before the command and after it, with their defaults."""
    parser.add_argument(
        "--root", type=Path, default=root, help="the repository (default: this folder)"
    )
    parser.add_argument(
        "--quiet", "-q", action="store_true", default=quiet, help="say nothing unless it fails"
    )


if __name__ == "__main__":
    raise SystemExit(main())
