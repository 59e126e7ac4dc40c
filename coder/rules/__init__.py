"""Rules as data: YAML frames and word lists -> the rule set the engine runs on."""
