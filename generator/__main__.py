"""The entry, `broadsheet` as well as `python -m generator`: Ctrl-C ends it quietly even while the program is loaded."""

import gc


def main() -> None:
    """Load the command line, run it, and leave."""
    gc.set_threshold(1_000_000, 50)  # most of what is loaded stays, and to look through it for garbage takes long
    try:
        from generator.cli import main as command
        from generator.say import leave
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    try:
        command()
    except SystemExit as end:
        leave(end.code)
        raise


if __name__ == "__main__":
    main()
