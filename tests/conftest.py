"""What all tests share."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("pepinsight", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("pepinsight")


@pytest.fixture(scope="session", autouse=True)
def nobodys_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither the database, the models nor the forms of whoever runs the tests have a say in them."""
    own = tmp_path_factory.mktemp("nobody")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PEPINSIGHT_DATABASE", str(own / "pepinsight.db"))
        patch.setenv("PEPINSIGHT_MODELS", str(own / "models"))
        patch.setenv("PEPINSIGHT_FORMS", str(own / "forms"))
        yield
