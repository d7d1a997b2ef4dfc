"""Homes to test on: SQLite, encrypted SQLite, and a PostgreSQL server of the tests' own, thrown away afterwards."""

import contextlib
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from unrenew.store import folders
from unrenew.store.ciphers import new_salt
from unrenew.store.homes import open_home

NAMES = itertools.count(1)
PASSPHRASE = "correct horse"


def server_programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [Path(p) for p in [shutil.which("initdb")] if p]
    return found[-1].parent if found else None


@pytest.fixture(scope="session")
def postgres():
    """Start a PostgreSQL server that listens on a socket file alone; give the URL without a database's name."""
    programs = server_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server program here: apt-get install postgresql")
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    folder = Path(tempfile.mkdtemp(prefix="unrenew-pg-", dir="/tmp"))  # short: a socket's path has a limit
    try:
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(folder, user)
        as_user = {"user": user} if os.geteuid() == 0 else {}
        quiet = {"stdout": subprocess.DEVNULL, "cwd": folder, **as_user}
        subprocess.run(
            [programs / "initdb", "-D", folder / "data", "-U", "unrenew", "-A", "trust", "-N"], check=True, **quiet
        )
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        server = [programs / "pg_ctl", "-D", folder / "data", "-w", "-s"]
        subprocess.run([*server, "-l", folder / "log", "-o", options, "start"], check=True, **quiet)
        try:
            yield f"postgresql://unrenew@/{{name}}?host={folder}"
        finally:
            subprocess.run([*server, "-m", "immediate", "stop"], check=True, **quiet)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database_url(postgres):
    """Make an empty database of its own for one test."""
    import psycopg

    name = f"t{os.getpid()}_{next(NAMES)}"
    with contextlib.closing(psycopg.connect(postgres.format(name="postgres"), autocommit=True)) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    return postgres.format(name=name)


@pytest.fixture(params=["sqlite", "encrypted", pytest.param("postgres", marks=pytest.mark.postgres)])
def home(request, tmp_path):
    """A new home of each kind; `opened` opens it."""
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    if request.param == "encrypted":
        folders.write_about(folder, {"salt": new_salt().hex()})
    if request.param == "postgres":
        folders.write_about(folder, {"database": request.getfixturevalue("database_url")})
    return folder


@pytest.fixture
def opened():
    """Open a home with the tests' passphrase."""

    def open_it(home, *, wait=10.0):
        return open_home(home, passphrase=lambda: PASSPHRASE, wait=wait)

    return open_it


@pytest.fixture
def store(home, opened):
    with opened(home) as store:
        yield store
