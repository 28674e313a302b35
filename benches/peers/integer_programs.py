#!/usr/bin/env python3
"""The cheapest total for each need of a file, by integer programming: an answer that owes nothing to simplan's own.

The model is that of docs/model.md, written down once more. A basket is one line with its passes mixed, or one
contract; with exactly one starter SIM if the line has any. Each purchase is used for data and calls, only for data or
only for calls. What serves data adds up to the stay or more, and so does what serves calls. Times and money are whole
numbers in units in which nothing is rounded; only the total that is shown is.

    integer_programs.py cp-sat|highs every|likely PLANS RATES NEEDS TODAY

solves a program for every line, each of which has to beat the best so far; or only for the likely ones, the most
promising first, and none for a line that could not win even if purchases could be divided. It

writes one JSON object: the version of the solver, the totals by id (null if nothing fits), the seconds that all needs
took, and how many of them one processor spent inside the solver. Each need is solved by one thread, as many needs at a
time as there are processors: for problems this small that answers more needs a second than many threads on one.
"""

import csv
import importlib.metadata
import itertools
import json
import math
import multiprocessing
import os
import sys
import time
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

MAX_AGE_DAYS = 1095
UNLIMITED = math.inf
KB = {"GB": 10**6, "MB": 10**3, "kB": 1}
HOURS = {"d": 24, "h": 1}


# The catalogue and the needs as numbers


@dataclass(frozen=True)
class Plan:
    """A row of the catalogue. `None` is unknown; a quantity is a whole number or `UNLIMITED`."""

    kind: str
    price: int | None
    """In the units of the catalogue, like the fee."""
    fee: int | None
    kb: float | None
    is_daily: bool
    hours: int | None
    minutes: float
    is_general: bool
    audience: str
    is_shared: bool
    limit: int | None


@dataclass(frozen=True)
class Line:
    """The plans of a line that may be bought; if it needs a SIM, one of them has to be."""

    needs_sim: bool
    plans: tuple[Plan, ...]


@dataclass(frozen=True)
class Catalogue:
    """Lines, and how many units of money there are in one of the base currency."""

    lines: tuple[Line, ...]
    units: int


@dataclass(frozen=True)
class Need:
    """Days of stay, data and minutes. Times are counted in hours × kB × minutes of the need: all are whole."""

    id: str
    days: int
    kb: int
    minutes: int
    is_resident: bool

    @property
    def stay(self):
        return self.valid(24 * self.days)

    def valid(self, hours):
        return hours * self.kb * max(self.minutes, 1)

    def data_lasts(self, kb):
        return kb * 24 * self.days * max(self.minutes, 1)

    def minutes_last(self, minutes):
        return minutes * 24 * self.days * self.kb if self.minutes else 0


def quantity(text, units):
    """`500MB` or `7d` in the smallest unit; `None` if it is blank."""
    if not text or text == "unlimited":
        return UNLIMITED if text else None
    unit = next(unit for unit in units if text.endswith(unit))
    return int(Fraction(text.removesuffix(unit)) * units[unit])


def read_need(row):
    minutes, is_resident = int(row["minutes"] or 0), row["resident"] == "true"
    return Need(row["id"], int(row["days"]), quantity(row["data"], KB), minutes, is_resident)


def read_catalogue(rows, rates, today):
    """The lines with every plan whose price has a rate and is young enough."""
    kept = [(row, base_money(row, rates)) for row in rows if is_fresh(row, today)]
    kept = [(row, money) for row, money in kept if money is not None]
    units = math.lcm(*(amount.denominator for _, money in kept for amount in money if amount is not None))
    lines = {row["line"]: [] for row in rows}
    for row, (price, fee) in kept:
        lines[row["line"]].append(read_plan(row, price, fee, units))
    # A line needs a SIM even if none of its SIMs may be bought.
    needing_sim = {row["line"] for row in rows if row["kind"] == "sim"}
    return Catalogue(tuple(Line(name in needing_sim, tuple(plans)) for name, plans in lines.items()), units)


def is_fresh(row, today):
    """A month counts from its first day; a price without a date is young enough."""
    seen = row["verified_on"] and date.fromisoformat((row["verified_on"] + "-01")[:10])
    return not seen or (today - seen).days <= MAX_AGE_DAYS


def base_money(row, rates):
    """Price and fee in the base currency, `None` each if unknown; `None` for both if there is no rate. 0 needs none."""
    amounts = [Fraction(row[column]) if row[column] else None for column in ("price", "setup_fee")]
    if any(amounts) and row["currency"] not in rates:
        return None
    return [amount * rates[row["currency"]] if amount else amount for amount in amounts]


def read_plan(row, price, fee, units):
    if fee is None and row["kind"] != "contract":
        fee = Fraction(0)
    once = 1 if price == 0 else None
    return Plan(
        kind=row["kind"],
        price=None if price is None else int(price * units),
        fee=None if fee is None else int(fee * units),
        kb=quantity(row["data"], KB),
        is_daily=row["data_per"] == "day",
        hours=quantity(row["validity"], HOURS),
        minutes=quantity(row["minutes"] or "0", {"": 1}),
        is_general=row["scope"] in ("", "general"),
        audience=row["audience"] or "anyone",
        is_shared=row["balance"] == "shared",
        limit=int(row["max_purchases"]) if row["max_purchases"] else once,
    )


# From a need to programs


@dataclass(frozen=True)
class Choice:
    """One purchase in one use: for how long it serves data and calls."""

    cost: int
    data: int
    calls: int
    at_most: int = 1


NOTHING = Choice(0, 0, 0)


@dataclass(frozen=True)
class Way:
    """An integer program: one of `sims` (if there are any), then each of `choices` some times.

    What they serve adds up to `data` and `calls` or more; the choices of a group have a limit together.
    """

    sims: tuple[Choice, ...]
    choices: tuple[Choice, ...]
    groups: tuple[tuple[range, int], ...]
    data: int
    calls: int


@dataclass
class Offers:
    """Every way to serve a need, and the totals of the contracts that do."""

    ways: list[Way] = field(default_factory=list)
    contracts: list[int] = field(default_factory=list)


def offers(catalogue, need):
    """The offers whose total is known, and the others, which come after all of these."""
    known, unknown = Offers(), Offers()
    not_for = "visitor" if need.is_resident else "resident"
    for line in catalogue.lines:
        usable = [plan for plan in line.plans if plan.audience != not_for]
        sims = [plan for plan in usable if plan.kind == "sim"]
        # A SIM without a price begins a basket only if no other one has a price.
        sims = [sim for sim in sims if sim.price is not None] or sims
        if line.needs_sim and not sims:
            continue
        begins = [begin for sim in sims for begin in begins_of(sim, need)]
        is_begin_known = all(sim.price is not None for sim in sims)
        others = [plan for plan in usable if plan.kind != "sim" and plan.is_general and plan.price is not None]
        for plan in others:
            if plan.kind == "contract":
                totals = [contract_total(begin, plan, need) for begin in begins or [NOTHING]]
                is_known = is_begin_known and plan.fee is not None
                (known if is_known else unknown).contracts += [total for total in totals if total is not None]
        mixed = [plan for plan in others if plan.kind != "contract"]
        (known if is_begin_known else unknown).ways.append(way_of(begins, mixed, need))
    return known, unknown


def begins_of(sim, need):
    """What a SIM may serve when it begins a basket: data and calls side by side, unless they share a balance."""
    cost = sim.price or 0
    if sim.hours is None and sim.kb != 0:
        return [Choice(cost, 0, 0)]
    # A SIM without data and without validity does not expire.
    valid = need.stay if sim.hours is None else need.valid(sim.hours)
    calls = min(valid, need.minutes_last(sim.minutes))
    data = data_time(sim, valid, need) or 0 if sim.is_general and sim.kb else 0
    if sim.is_shared and data and calls:
        return [Choice(cost, data, 0), Choice(cost, 0, calls)]
    return [Choice(cost, data, calls)]


def way_of(begins, plans, need):
    choices, groups = [], []
    for plan in plans:
        uses = uses_of(plan, need)
        if plan.limit is not None and len(uses) > 1:
            groups.append((range(len(choices), len(choices) + len(uses)), plan.limit))
        choices += uses
    return Way(tuple(begins), tuple(choices), tuple(groups), need.stay, need.stay if need.minutes else 0)


def uses_of(plan, need):
    """The uses of a purchase of which none does as much as another."""
    if plan.kb is None or plan.hours is None:
        return []
    valid = need.valid(plan.hours)
    data = data_time(plan, valid, need)
    if data is None:
        return []
    calls = min(valid, need.minutes_last(plan.minutes))
    both = 0 if plan.is_shared else min(data, calls)
    times = [(both, both), (data if data > both else 0, 0), (0, calls if calls > both else 0)]
    return [Choice(plan.price, *each, often(plan, max(each), need)) for each in times if any(each)]


def often(plan, time, need):
    enough = -(-need.stay // time)
    return enough if plan.limit is None else min(enough, plan.limit)


def data_time(plan, valid, need):
    """How long the data of a purchase lasts; `None` if there is too little for each day."""
    if plan.is_daily:
        return valid if plan.kb * need.days >= need.kb else None
    return min(valid, need.data_lasts(plan.kb))


def contract_total(begin, plan, need):
    """What a contract costs after a beginning: billed once for every validity begun; `None` if it does not fit."""
    data = max(need.stay - begin.data, 0)
    calls = max(need.stay - begin.calls, 0) if need.minutes else 0
    if plan.kb is None or plan.hours is None or not (data or calls) or plan.is_shared and data and calls:
        return None
    valid = need.valid(plan.hours)
    lasting = data_time(plan, valid, need) if plan.is_daily else need.data_lasts(plan.kb)
    if lasting is None or lasting < min(valid, data) or need.minutes_last(plan.minutes) < min(valid, calls):
        return None
    bills = -(-max(data, calls) // valid)
    if plan.limit is not None and bills > plan.limit:
        return None
    return begin.cost + (plan.fee or 0) + bills * plan.price


# From programs to a total


def cheapest(catalogue, need, solver, lines):
    """The least total of all offers; of those whose total is known, if there are any.

    `lines` is one of `LINES`.
    """
    for some in offers(catalogue, need):
        best = min(some.contracts, default=None)
        ways = [(0, index) for index, way in enumerate(some.ways) if way.sims or way.choices]
        if lines == "likely":
            ways = sorted((bound, index) for index, way in enumerate(some.ways) if (bound := least(way)) is not None)
        for bound, index in ways:
            if best is not None and bound >= best:
                break
            total = solver.cheapest(scaled(some.ways[index]), best)
            if total is not None and (best is None or total < best):
                best = total
        if best is not None:
            return best
    return None


def least(way):
    """A lower bound of what a way costs: data and calls each by itself, at the best price for its time.

    `None` if the way does not serve both.
    """
    totals = [least_after(begin, way) for begin in way.sims or (NOTHING,)]
    return min((total for total in totals if total is not None), default=None)


def least_after(begin, way):
    data, calls = way.data - begin.data, way.calls - begin.calls
    of_data = [-(-each.cost * data // each.data) for each in way.choices if each.data] if data > 0 else [0]
    of_calls = [-(-each.cost * calls // each.calls) for each in way.choices if each.calls] if calls > 0 else [0]
    return begin.cost + max(min(of_data), min(of_calls)) if of_data and of_calls else None


def scaled(way):
    """The same program with its times divided by what they have in common: solvers like small numbers."""
    every = way.sims + way.choices
    data = math.gcd(way.data, *(each.data for each in every))
    calls = math.gcd(way.calls, *(each.calls for each in every)) or 1

    def smaller(choices):
        return tuple(replace(each, data=each.data // data, calls=each.calls // calls) for each in choices)

    targets = {"data": way.data // data, "calls": way.calls // calls}
    return replace(way, sims=smaller(way.sims), choices=smaller(way.choices), **targets)


# The solvers, in the form in which each was fastest


class Solver:
    """A solver of integer programs, and the seconds spent inside it."""

    package: str
    seconds: float = 0.0

    def cheapest(self, way, best):
        """The least total of a way, if it is below the best so far; `None` if there is none."""
        raise NotImplementedError


class CpSat(Solver):
    """CP-SAT; without its presolve, which takes longer here than it saves."""

    package = "ortools"

    def __init__(self):
        from ortools.sat.python import cp_model

        self.api = cp_model
        # Each new model costs a millisecond of Python: one is emptied and filled again.
        self.empty, self.model, self.solver = cp_model.CpModel(), cp_model.CpModel(), cp_model.CpSolver()
        self.solver.parameters.num_workers = 1
        self.solver.parameters.cp_model_presolve = False

    def cheapest(self, way, best):
        model, every = self.model, way.sims + way.choices
        model.proto.copy_from(self.empty.proto)
        bought = [model.new_int_var(0, each.at_most, "") for each in every]

        def total(amounts):
            return self.api.LinearExpr.weighted_sum(bought, list(amounts))

        sims, counts = bought[:len(way.sims)], bought[len(way.sims):]
        if sims:
            model.add(self.api.LinearExpr.sum(sims) == 1)
        for members, limit in way.groups:
            model.add(self.api.LinearExpr.sum([counts[member] for member in members]) <= limit)
        model.add(total(each.data for each in every) >= way.data)
        if way.calls:
            model.add(total(each.calls for each in every) >= way.calls)
        unit = math.gcd(*(each.cost for each in every)) or 1
        cost = total(each.cost // unit for each in every)
        if best is not None:
            model.add(cost * unit < best)
        model.minimize(cost)
        start = time.perf_counter()
        status = self.solver.solve(model)
        self.seconds += time.perf_counter() - start
        if status == self.api.OPTIMAL:
            return round(self.solver.objective_value) * unit
        if status != self.api.INFEASIBLE:
            raise RuntimeError(f"CP-SAT stopped with {self.solver.status_name(status)}")
        return None


class Highs(Solver):
    """HiGHS; without its heuristics and its feasibility jump, which take longer here than they save."""

    package = "highspy"

    def __init__(self):
        import highspy
        import numpy

        self.api, self.numpy, self.solver = highspy, numpy, highspy.Highs()
        options = {"output_flag": False, "threads": 1, "mip_rel_gap": 0.0, "mip_abs_gap": 0.5,
                   "mip_heuristic_effort": 0.0, "mip_heuristic_run_feasibility_jump": False}
        for name, value in options.items():
            if self.solver.setOptionValue(name, value) != highspy.HighsStatus.kOk:
                raise RuntimeError(f"HiGHS has no option {name}")

    def cheapest(self, way, best):
        every, after_sims, most = way.sims + way.choices, len(way.sims), self.api.kHighsInf
        rows = [(way.data, most, [(index, each.data) for index, each in enumerate(every)])]
        rows.append((way.calls, most, [(index, each.calls) for index, each in enumerate(every)]))
        if way.sims:
            rows.append((1, 1, [(index, 1) for index in range(after_sims)]))
        for members, limit in way.groups:
            rows.append((-most, limit, [(after_sims + member, 1) for member in members]))
        unit = math.gcd(*(each.cost for each in every)) or 1
        if best is not None:
            rows.append((0, (best - 1) // unit, [(index, each.cost // unit) for index, each in enumerate(every)]))
        costs = [each.cost // unit for each in every]
        self.solver.passModel(self.model(costs, [each.at_most for each in every], rows))
        start = time.perf_counter()
        self.solver.run()
        self.seconds += time.perf_counter() - start
        status = self.solver.getModelStatus()
        if status == self.api.HighsModelStatus.kInfeasible:
            return None
        if status != self.api.HighsModelStatus.kOptimal:
            raise RuntimeError(f"HiGHS stopped with {status}")
        # Its numbers are binary fractions: the answer counts only if it holds in whole numbers.
        bought = [round(value) for value in self.solver.getSolution().col_value]
        for least, most, terms in rows:
            if not least <= sum(factor * bought[index] for index, factor in terms) <= most:
                raise RuntimeError("HiGHS's answer does not hold when its counts are rounded")
        return sum(each.cost * count for each, count in zip(every, bought))

    def model(self, costs, at_most, rows):
        array = self.numpy.array
        terms = [[term for term in terms if term[1]] for _, _, terms in rows]
        lp = self.api.HighsLp()
        lp.num_col_, lp.num_row_ = len(costs), len(rows)
        lp.col_cost_ = array(costs, float)
        lp.col_lower_, lp.col_upper_ = self.numpy.zeros(len(costs)), array(at_most, float)
        lp.row_lower_ = array([least for least, _, _ in rows], float)
        lp.row_upper_ = array([most for _, most, _ in rows], float)
        lp.a_matrix_.format_ = self.api.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = array([0, *itertools.accumulate(map(len, terms))], self.numpy.int32)
        lp.a_matrix_.index_ = array([index for row in terms for index, _ in row], self.numpy.int32)
        lp.a_matrix_.value_ = array([factor for row in terms for _, factor in row], float)
        lp.integrality_ = [self.api.HighsVarType.kInteger] * len(costs)
        return lp


SOLVERS: dict[str, type[Solver]] = {"cp-sat": CpSat, "highs": Highs}
LINES = ("every", "likely")


# Many needs


@dataclass(frozen=True)
class Worker:
    """What a process has for every need."""

    catalogue: Catalogue
    solver: Solver
    lines: str


worker: Worker


def start_worker(solver, lines, catalogue, all_ready):
    global worker
    worker = Worker(catalogue, SOLVERS[solver](), lines)
    all_ready.wait()


def solve(need):
    """The total of one need as it is shown, and the seconds inside the solver."""
    before = worker.solver.seconds
    total = cheapest(worker.catalogue, need, worker.solver, worker.lines)
    return need.id, None if total is None else shown(total, worker.catalogue.units), worker.solver.seconds - before


def shown(total, units):
    """An amount of the base currency in hundredths, rounded half away from zero."""
    hundredths = (200 * total + units) // (2 * units)
    return f"{hundredths // 100}.{hundredths % 100:02}"


def main(solver, lines, plans_path, rates_path, needs_path, today):
    def rows(path):
        with open(path, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    rate_rows = rows(rates_path)
    rates = {row["currency"]: Fraction(row["rate"]) for row in rate_rows} | {rate_rows[0]["base"]: Fraction(1)}
    catalogue = read_catalogue(rows(plans_path), rates, date.fromisoformat(today))
    needs = [read_need(row) for row in rows(needs_path)]
    workers = os.cpu_count()
    # Loading the solvers is no part of the time.
    all_ready = multiprocessing.Barrier(workers + 1)
    with multiprocessing.Pool(workers, start_worker, (solver, lines, catalogue, all_ready)) as pool:
        all_ready.wait()
        start = time.perf_counter()
        answers = pool.map(solve, needs, chunksize=16)
        seconds = time.perf_counter() - start
    answer = {
        "version": importlib.metadata.version(SOLVERS[solver].package),
        "totals": {need: total for need, total, _ in answers},
        "seconds": seconds,
        "seconds_in_solver": sum(seconds for _, _, seconds in answers),
    }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) != 7 or sys.argv[1] not in SOLVERS or sys.argv[2] not in LINES:
        sys.exit(__doc__)
    main(*sys.argv[1:])
