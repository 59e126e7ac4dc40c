"""What all tests share: derandomised properties and no colour."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "suite", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")
os.environ.setdefault("NO_COLOR", "1")
