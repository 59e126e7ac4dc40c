"""How well and how fast events of many documents are linked into incidents.

python -m benchmarks.incidents quality [--seeds N ...] [--noise X ...]
python -m benchmarks.incidents cost [--sizes N ...]
python -m benchmarks.incidents judged
"""
