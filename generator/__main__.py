"""The entry, `broadsheet` as well as `python -m generator`: Ctrl-C ends it quietly even while the program is loaded."""

import gc


def main() -> None:
    """Load the command line and run it."""
    gc.set_threshold(100_000, 50)  # most of what is loaded stays, and to look through it for garbage takes long
    try:
        from generator.cli import main as command
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    command()


if __name__ == "__main__":
    main()
