"""That reading stays about linear; `make benchmark` says how long it takes."""

from tests.benchmarks import reading


def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    (ratio,) = reading.ratios(reading.of_lengths((3_000, 30_000), tries=2))
    assert ratio <= 3 * reading.MOST_TIMES_SLOWER
