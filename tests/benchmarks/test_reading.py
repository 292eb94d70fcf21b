"""That a release is read at once; `make benchmark` measures it closely."""

from tests.benchmarks import reading


def test_a_release_is_read_at_once() -> None:
    """Ten times what is asked of it, for machines that do other things too."""
    costs = reading.of_releases(runs=5)
    assert [cost.length for cost in costs] == [3_000, 6_000]
    assert all(0 < cost.milliseconds <= 10 * reading.LONGEST for cost in costs)


def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    (ratio,) = reading.ratios(reading.of_lengths((3_000, 30_000), tries=2))
    assert ratio <= 3 * reading.MOST_TIMES_SLOWER
