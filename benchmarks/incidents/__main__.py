"""``python -m benchmarks.incidents {quality,cost,judged}``; ends with 1 where a bar is missed."""

import argparse

from benchmarks.incidents import cost, judged, quality
from benchmarks.shared import absent

LEAST_F1, LEAST_F1_UP_TO = 0.95, 0.75
LEAST_PRECISION = 0.90


def _quality(options: argparse.Namespace) -> bool:
    print("noise  events  pairwise P/R/F1        B-cubed P/R/F1")
    met = True
    for noise in options.noise:
        found = quality.measure(noise, options.seeds)
        pair, cubed = found.pairwise, found.b_cubed
        print(
            f"{noise:5.1f} {found.events:7d}  {pair.precision:.3f} {pair.recall:.3f} {pair.f1:.3f}"
            f"      {cubed.precision:.3f} {cubed.recall:.3f} {cubed.f1:.3f}",
            flush=True,
        )
        if noise <= LEAST_F1_UP_TO:
            met &= min(pair.f1, cubed.f1) >= LEAST_F1
    return met


def _cost(options: argparse.Namespace) -> bool:
    costs = cost.measure(options.sizes)
    print("   events  incidents  seconds  cpu seconds  peak GiB")
    for one in costs:
        print(
            f"{one.events:9d}  {one.incidents:9d}  {one.seconds:7.1f}  {one.cpu_seconds:11.1f}"
            f"  {one.gib:8.2f}"
        )
    met = costs[-1].seconds <= cost.MOST_SECONDS and costs[-1].gib <= cost.MOST_GIB
    if len(costs) > 1:
        wall, cpu = cost.exponent(costs, "seconds"), cost.exponent(costs)
        print(f"growth: seconds ~ events^{wall:.2f}, cpu seconds ~ events^{cpu:.2f}")
        met &= min(wall, cpu) <= cost.MOST_EXPONENT
    return met


def _judged(_: argparse.Namespace) -> bool:
    missing = absent()
    if missing:
        print(missing)
        return True
    found = judged.judge(judged.linked_fakes(), judged.acts())
    print(
        f"incidents of two or more events: {found.right} right, {found.wrong} wrong, "
        f"{found.open} not judged; precision {found.precision:.3f}"
    )
    print(
        f"of several independent sources: {found.independent_right} right, "
        f"{found.independent_wrong} wrong"
    )
    for act, homes in found.split_acts:
        print(f"one act in {homes} incidents: {act}")
    return found.precision >= LEAST_PRECISION


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.incidents", description=__doc__)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("quality", help="made reports with known truth")
    one.add_argument("--seeds", type=int, nargs="+", default=list(quality.REPORT_SEEDS))
    one.add_argument("--noise", type=float, nargs="+", default=list(quality.NOISES))
    one.set_defaults(run=_quality)
    two = commands.add_parser("cost", help="time, memory, growth")
    two.add_argument("--sizes", type=int, nargs="+", default=list(cost.SIZES))
    two.set_defaults(run=_cost)
    three = commands.add_parser("judged", help="real reports against the verdicts")
    three.set_defaults(run=_judged)
    options = parser.parse_args()
    return int(not options.run(options))


if __name__ == "__main__":
    raise SystemExit(main())
