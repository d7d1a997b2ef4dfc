"""`unrenew export`, `backup`, `restore`, `forget` and `encrypt`."""

import sys
from pathlib import Path

import click

from unrenew.api.finding import EVERYBODY
from unrenew.cli.counts import counted
from unrenew.cli.homes import home_of, owner_option
from unrenew.cli.options import Settings, common_options, print_json
from unrenew.errors import LockedError, UsageError

yes_option = click.option("--yes", is_flag=True, help="Do not ask again.")


@click.command(epilog="Example: unrenew export my-data/")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@owner_option
@common_options
def export(settings: Settings, folder: Path | None, owner: str | None) -> None:
    """All your data, as JSON and CSV, with the files of evidence, into a new folder (--json: as JSON on the output)."""
    from unrenew.api.keeping import export as export_all
    from unrenew.api.keeping import export_to

    if folder is None:
        if not settings.as_json:
            raise UsageError("where to?", hint="Example: unrenew export my-data/   or: unrenew export --json")
        print_json(export_all(home_of(settings), owner=owner or EVERYBODY))
        return
    paths = export_to(home_of(settings), folder, owner=owner or EVERYBODY)
    if settings.as_json:
        print_json({"as_of": settings.as_of.isoformat(), "files": [str(path) for path in paths]})
    else:
        click.echo(f"{counted(len(paths), 'file')} in {folder}: yours to read, and to take to another program")


@click.command(epilog="Example: unrenew backup unrenew-2026-10-31.zip")
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
@common_options
def backup(settings: Settings, target: Path) -> None:
    """One file with everything, checked. Of an encrypted home it is encrypted, with the same passphrase."""
    from unrenew.api.keeping import backup as back_up

    counts = back_up(home_of(settings), target)
    _say(settings, counts, f"{target}: a whole backup, checked")


@click.command(epilog="Example: unrenew restore unrenew-2026-10-31.zip")
@click.argument("source", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace", is_flag=True, help="Put it in the place of what is kept now.")
@common_options
def restore(settings: Settings, source: Path, *, replace: bool) -> None:
    """Bring a backup back: checked first, then all of it or nothing."""
    from unrenew.api.keeping import restore as bring_back

    counts = bring_back(home_of(settings), source, replace=replace)
    _say(settings, counts, f"{source} is restored")


def _named(name: str, number: int) -> str:
    """Return what is counted, in words: the names of tables are plural."""
    words = name.replace("_", " ")
    return words.removesuffix("s") if number == 1 else words


def _say(settings: Settings, counts: dict[str, int], text: str) -> None:
    if settings.as_json:
        print_json({"as_of": settings.as_of.isoformat(), "rows": counts})
    else:
        click.echo(text)
        for name, number in counts.items():
            if number:
                click.echo(f"  {number:>8} {_named(name, number)}")


@click.command(epilog="Example: unrenew forget --file girokonto.xml")
@click.option("--file", "file", metavar="NAME", help="Forget one file, by its name, path or SHA-256.")
@owner_option
@click.option("--everything", is_flag=True, help="Forget all of everybody, and the folder itself.")
@yes_option
@common_options
def forget(settings: Settings, file: str | None, owner: str | None, *, everything: bool, yes: bool) -> None:
    """Delete a file, a person (--owner), or everything: overwritten, not only hidden. Says what is gone."""
    from unrenew.api import keeping

    home = home_of(settings)
    what = f"the file {file}" if file else "everything" if everything else f"all of {owner}" if owner else None
    if what is None or (everything and (file or owner)):
        raise UsageError("what is to be forgotten?", hint="One of: --file NAME, --owner NAME, --everything")
    keeping.look_for(home, file=file, owner=owner)
    if not yes and not click.confirm(f"Forget {what}, for good?", err=True):
        raise UsageError("nothing was changed")
    if file:
        done = keeping.forget_file(home, file, owner=owner or EVERYBODY)
    else:
        done = keeping.forget_everything(home) if everything else keeping.forget_owner(home, owner)
    if settings.as_json:
        print_json({"as_of": settings.as_of.isoformat(), "gone": done.gone, "left": list(done.left)})
        return
    click.echo("Gone:")
    for name, number in done.gone.items():
        click.echo(f"  {number:>8} {_named(name, number)}")
    click.echo(f"Not reached from here: {'; '.join(done.left)}.")


@click.command(epilog="Example: unrenew encrypt --keyring")
@click.option("--keyring", "in_keyring", is_flag=True, help="Keep the passphrase in the system's keyring.")
@click.option("--off", is_flag=True, help="Take the encryption off.")
@common_options
def encrypt(settings: Settings, *, in_keyring: bool, off: bool) -> None:
    """Encrypt your data with a passphrase (asked for), or give it another one. Without it, nobody can read them."""
    from unrenew.api.keeping import encrypt as encrypt_all

    if not off and not sys.stdin.isatty():
        raise LockedError("there is no terminal to ask for the new passphrase", hint="Run it in a terminal")
    home = home_of(settings)
    was = True
    if off:
        was = encrypt_all(home, None)
    else:
        chosen = click.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True)
        encrypt_all(home, lambda: chosen)
        if in_keyring:
            _to_keyring(settings, chosen)
    if settings.as_json:
        print_json({"as_of": settings.as_of.isoformat(), "encrypted": not off})
    else:
        over = "No longer encrypted." if was else "It was not encrypted; nothing was changed."
        click.echo(over if off else "Encrypted. If the passphrase is lost, so is the data.")


def _to_keyring(settings: Settings, passphrase: str) -> None:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError as error:
        raise UsageError("the keyring's library is missing", hint="pip install 'unrenew[encryption]'") from error
    try:
        keyring.set_password("unrenew", str(settings.home.resolve()), passphrase)
    except KeyringError as error:
        raise UsageError(f"it is encrypted, but the keyring did not take the passphrase: {error}") from error
