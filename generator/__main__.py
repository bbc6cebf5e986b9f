"""The entry, `broadsheet` as well as `python -m generator`: Ctrl-C ends it quietly even while the program is loaded."""


def main() -> None:
    """Load the command line and run it."""
    try:
        from generator.cli import main as command
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    command()


if __name__ == "__main__":
    main()
