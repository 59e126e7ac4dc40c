import pytest

from coder.api.coding import Coder


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder(plugins=False)
