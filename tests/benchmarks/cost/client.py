"""A light reader in a process of its own: asks for addresses by turns over kept connections.

Reads {"port", "paths", "count", "readers"} from stdin; writes {"seconds", "bytes", "wrong"}, of which `wrong`
are the answers other than 200, by status.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from itertools import islice

HEADERS = {"Accept-Encoding": "gzip, br", "Accept": "text/html", "User-Agent": "cost"}


def ask(port: int, paths: list[str], count: int) -> tuple[int, Counter[int]]:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    size, wrong = 0, Counter[int]()
    for number in range(count):
        connection.request("GET", paths[number % len(paths)], headers=HEADERS)
        answer = connection.getresponse()
        size += len(answer.read())
        if answer.status != 200:
            wrong[answer.status] += 1
    connection.close()
    return size, wrong


def main() -> None:
    task = json.load(sys.stdin)
    readers, paths = task["readers"], task["paths"]
    shares = [list(islice(paths, first, None, readers)) or paths for first in range(readers)]
    begun = time.perf_counter()
    with ThreadPoolExecutor(readers) as pool:
        results = list(pool.map(lambda share: ask(task["port"], share, task["count"] // readers), shares))
    wrong = sum((found for _size, found in results), Counter[int]())
    size = sum(size for size, _wrong in results)
    json.dump({"seconds": time.perf_counter() - begun, "bytes": size, "wrong": wrong}, sys.stdout)


if __name__ == "__main__":
    main()
