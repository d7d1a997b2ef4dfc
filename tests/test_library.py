"""The public names of the library: each is there, and none is loaded before it is used."""

import subprocess
import sys

import pytest

import unrenew


@pytest.mark.parametrize("name", unrenew.PUBLIC)
def test_a_public_name_is_there_and_explained(name):
    found = getattr(unrenew, name)
    assert found.__name__ == name
    assert found.__doc__
    assert name in dir(unrenew)


def test_a_name_that_is_not_public_is_refused():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = unrenew.nonsense


def test_nothing_heavy_is_loaded_at_the_start():
    code = "import sys, unrenew; print(sorted({'polars', 'unrenew.readers', 'unrenew.shield'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
