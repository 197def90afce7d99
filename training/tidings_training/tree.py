"""Maximum spanning trees over arc scores (Chu-Liu-Edmonds), with exactly one word under ROOT."""

import numpy as np

ROOT_COST = 1e6


def find_cycle(heads: np.ndarray) -> list[int] | None:
    """A cycle of the head function (0 is ROOT), if there is one."""
    state = np.zeros(len(heads), dtype=int)
    for start in range(1, len(heads)):
        path, node = [], start
        while node != 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node != 0 and state[node] == 1:
            return path[path.index(node):]
        state[path] = 2
    return None


def contract(scores: np.ndarray, heads: np.ndarray, cycle: list[int]) -> tuple[np.ndarray, list[int], np.ndarray, np.ndarray]:
    """Replace a cycle by one node; also return the kept nodes and where arcs enter and leave the cycle."""
    rest = [node for node in range(len(scores)) if node not in set(cycle)]
    loss = scores[cycle, :] - scores[cycle, heads[cycle]][:, None]
    enter = np.array([cycle[i] for i in loss.argmax(0)])
    leave = np.array([cycle[i] for i in scores[:, cycle].argmax(1)])
    size = len(rest) + 1
    small = np.full((size, size), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = loss.max(0)[rest]
    small[:-1, -1] = scores[rest, leave[rest]]
    small[0, :] = -np.inf
    return small, rest, enter, leave


def spanning_tree(scores: np.ndarray) -> np.ndarray:
    """Heads of the best tree; `scores[i, j]` is the score of node i taking j as head, node 0 is ROOT."""
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    small, rest, enter, leave = contract(scores, heads, cycle)
    small_heads = spanning_tree(small)
    result, merged = heads.copy(), len(rest)
    for place in range(1, merged):
        head = small_heads[place]
        result[rest[place]] = leave[rest[place]] if head == merged else rest[head]
    outer = rest[small_heads[merged]]
    result[enter[outer]] = outer
    return result


def decode(arcs: np.ndarray) -> np.ndarray:
    """Heads (0 is ROOT) of n words from their scores [n, n+1]; exactly one word takes ROOT."""
    count = len(arcs)
    scores = np.full((count + 1, count + 1), -np.inf)
    scores[1:] = arcs
    scores[1:, 0] -= ROOT_COST
    return spanning_tree(scores)[1:]
