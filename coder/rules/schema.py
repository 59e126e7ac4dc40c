"""The JSON Schema of a rule file as the text that stands in ``schemas/rule/``."""

import json

from coder.rules.source import RULE_SCHEMA_VERSION, rule_schema


def rule_schema_text() -> str:
    """The exported file; a test holds it in sync."""
    return json.dumps(rule_schema(), indent=2, ensure_ascii=False) + "\n"


def rule_schema_path() -> str:
    """Where the file stands, from the root of the schemas."""
    return f"rule/v{RULE_SCHEMA_VERSION}.json"
