#!/usr/bin/env python3
"""The cheapest total for each need of a file, by integer programming: an answer that owes nothing to simplan's own.

The model is the README's "What is counted", written down once more. A basket is one *way* to be served: a line with
its passes mixed, or one contract alone; with exactly one starter SIM where the line has any. What the purchases serve,
in days × kB of the need, adds up to the stay or more, and so do their minutes. All numbers are whole.

    integer_programs.py cp-sat|highs PLANS RATES NEEDS TODAY

writes one JSON object: the version of the solver, the totals by id (null where nothing fits), the seconds that all
needs took, and those of them that one processor passed inside the solver. Each need is solved by one thread, as many
at a time as there are processors: for problems this small that answers more needs a second than many threads on one.
"""

import csv
import importlib.metadata
import json
import math
import multiprocessing
import os
import sys
import time
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

MAX_AGE_DAYS = 1095
CENT = Decimal("0.01")
KB = {"GB": 10**6, "MB": 10**3, "kB": 1}


@dataclass(frozen=True)
class Variable:
    """A purchase of one plan as the solvers see it."""

    cost: int
    """Cents for each."""
    serves: int
    """Days × kB of the need, each."""
    minutes: int
    at_most: int


@dataclass(frozen=True)
class Way:
    """One of `sims` (where there are any), then any number of each of `purchases`; `fee` cents once."""

    sims: tuple[Variable, ...]
    purchases: tuple[Variable, ...]
    fee: int = 0
    at_least_one: bool = False


@dataclass(frozen=True)
class Program:
    """The cheapest of the ways whose purchases serve `target` and have `minutes`."""

    ways: tuple[Way, ...]
    target: int
    minutes: int


# From the catalogue to a program


def kb(volume):
    return int(Decimal(volume[:-2]) * KB[volume[-2:]])


def days(validity):
    """A validity in days; hours as a fraction do not occur in the catalogue that is measured."""
    if not validity.endswith("d"):
        raise ValueError(f"validity in days expected, not `{validity}`")
    return int(validity[:-1])


def cents(amount, currency, rates):
    """An amount in cents of the base: rounded once, half away from zero."""
    return int((Decimal(amount) * rates[currency]).quantize(CENT, ROUND_HALF_UP) / CENT)


def is_open(plan, need, today):
    """Whether the plan may be bought for this need, whatever it serves."""
    not_for = "visitor" if need.get("resident") else "resident"
    seen = plan["verified_on"] and date.fromisoformat((plan["verified_on"] + "-01")[:10])
    fresh = not seen or (today - seen).days <= MAX_AGE_DAYS
    return fresh and plan["scope"] in ("", "general") and plan["audience"] != not_for


def variable(plan, need, rates):
    """The plan as a variable; `None` where a figure is unknown or its daily allowance is too small."""
    stay, volume, asked = int(need["days"]), kb(need["data"]), int(need["minutes"] or 0)
    minutes = asked if plan["minutes"] == "unlimited" else min(asked, int(plan["minutes"] or 0))
    if not plan["price"] or not plan["data"]:
        return None
    if plan["data"] == "unlimited":
        serves = days(plan["validity"]) * volume if plan["validity"] else None
    elif kb(plan["data"]) == 0:
        serves = 0
    elif not plan["validity"]:
        serves = None
    elif plan["data_per"] == "day":
        serves = days(plan["validity"]) * volume if kb(plan["data"]) * stay >= volume else None
    else:
        serves = min(days(plan["validity"]) * volume, kb(plan["data"]) * stay)
    if serves is None:
        return None
    enough = max(-(-stay * volume // serves) if serves else 0, -(-asked // minutes) if minutes else 0)
    at_most = min(enough, int(plan["max_purchases"] or enough))
    return Variable(cents(plan["price"], plan["currency"], rates), serves, minutes, at_most)


def program(plans, rates, need, today):
    """All ways to serve a need."""
    lines = {}
    for plan in plans:
        lines.setdefault(plan["line"], []).append(plan)
    ways = []
    for line in lines.values():
        usable = [(plan, variable(plan, need, rates)) for plan in line if is_open(plan, need, today)]
        usable = [(plan, each) for plan, each in usable if each]
        sims = tuple(each for plan, each in usable if plan["kind"] == "sim")
        if not sims and any(plan["kind"] == "sim" for plan in line):
            continue
        helping = [(plan, each) for plan, each in usable if plan["kind"] != "sim" and each.at_most]
        mixed = tuple(each for plan, each in helping if plan["kind"] != "contract")
        if sims or mixed:
            ways.append(Way(sims, mixed))
        for plan, each in helping:
            if plan["kind"] == "contract":
                fee = cents(plan["setup_fee"] or 0, plan["currency"], rates)
                ways.append(Way(sims, (each,), fee, at_least_one=True))
    return Program(tuple(ways), int(need["days"]) * kb(need["data"]), int(need["minutes"] or 0))


def scaled(program):
    """The same program with its times divided by what they have in common: solvers like small numbers."""
    variables = [each for way in program.ways for each in way.sims + way.purchases]
    common = math.gcd(program.target, *(each.serves for each in variables))

    def smaller(variables):
        return tuple(Variable(each.cost, each.serves // common, each.minutes, each.at_most) for each in variables)

    ways = (Way(smaller(way.sims), smaller(way.purchases), way.fee, way.at_least_one) for way in program.ways)
    return Program(tuple(ways), program.target // common, program.minutes)


# The solvers: a program in, the cheapest total in cents and the seconds inside the solver out


def cp_sat(program):
    """CP-SAT, a model for each way that has to beat the last: one thread on all ways at once may take minutes."""
    from ortools.sat.python import cp_model

    best, seconds = None, 0.0
    for way in program.ways:
        model = cp_model.CpModel()
        variables = way.sims + way.purchases
        first = int(way.at_least_one)
        sims = [model.new_bool_var("") for _ in way.sims]
        counts = [model.new_int_var(first, max(first, each.at_most), "") for each in way.purchases]

        def total(field, variables=variables, bought=sims + counts):
            return cp_model.LinearExpr.weighted_sum(bought, [getattr(each, field) for each in variables])

        if sims:
            model.add_exactly_one(sims)
        model.add(total("serves") >= program.target)
        model.add(total("minutes") >= program.minutes)
        cost = total("cost") + way.fee
        if best is not None:
            model.add(cost < best)
        model.minimize(cost)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        status = solver.solve(model)
        seconds += solver.wall_time
        if status == cp_model.OPTIMAL:
            best = round(solver.objective_value)
        elif status != cp_model.INFEASIBLE:
            raise RuntimeError(f"CP-SAT stopped with {solver.status_name(status)}")
    return best, seconds


def highs(program):
    """HiGHS, one model over all ways; its heuristics take longer here than they save."""
    import highspy
    import numpy

    costs, at_most, rows = [], [], []

    def column(cost, most):
        costs.append(cost)
        at_most.append(most)
        return len(costs) - 1

    def row(least, most, terms):
        rows.append((least, most, [term for term in terms if term[1]]))

    chosen, serves, minutes = [], [], []
    for way in program.ways:
        is_chosen = column(way.fee, 1)
        chosen.append((is_chosen, 1))
        sims = [column(sim.cost, 1) for sim in way.sims]
        counts = [column(each.cost, each.at_most) for each in way.purchases]
        if sims:
            row(0, 0, [(is_chosen, -1)] + [(sim, 1) for sim in sims])
        for count, each in zip(counts, way.purchases):
            row(-highspy.kHighsInf, 0, [(count, 1), (is_chosen, -each.at_most)])
            if way.at_least_one:
                row(0, highspy.kHighsInf, [(count, 1), (is_chosen, -1)])
        for index, each in zip(sims + counts, way.sims + way.purchases):
            serves.append((index, each.serves))
            minutes.append((index, each.minutes))
    row(1, 1, chosen)
    row(program.target, highspy.kHighsInf, serves)
    row(program.minutes, highspy.kHighsInf, minutes)

    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(costs), len(rows)
    lp.col_cost_ = numpy.array(costs, float)
    lp.col_lower_, lp.col_upper_ = numpy.zeros(len(costs)), numpy.array(at_most, float)
    lp.row_lower_ = numpy.array([least for least, _, _ in rows], float)
    lp.row_upper_ = numpy.array([most for _, most, _ in rows], float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = numpy.cumsum([0] + [len(terms) for _, _, terms in rows]).astype(numpy.int32)
    lp.a_matrix_.index_ = numpy.array([index for _, _, terms in rows for index, _ in terms], numpy.int32)
    lp.a_matrix_.value_ = numpy.array([factor for _, _, terms in rows for _, factor in terms], float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(costs)
    solver = highspy.Highs()
    options = {"output_flag": False, "threads": 1, "mip_rel_gap": 0.0, "mip_abs_gap": 0.5, "mip_heuristic_effort": 0.0}
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.passModel(lp)
    start = time.perf_counter()
    solver.run()
    seconds = time.perf_counter() - start
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None, seconds
    if status != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"HiGHS stopped with {status}")
    # Its numbers are binary fractions: the answer counts only if it holds in whole numbers.
    bought = [round(value) for value in solver.getSolution().col_value]
    whole = {name: sum(factor * bought[index] for index, factor in terms)
             for name, terms in (("serves", serves), ("minutes", minutes))}
    if whole["serves"] < program.target or whole["minutes"] < program.minutes:
        raise RuntimeError("HiGHS's answer does not serve the need when its counts are rounded")
    return sum(cost * count for cost, count in zip(costs, bought)), seconds


SOLVERS = {"cp-sat": (cp_sat, "ortools"), "highs": (highs, "highspy")}


def solve(question):
    """One need, in a worker process."""
    solver, plans, rates, need, today = question
    total, seconds = SOLVERS[solver][0](scaled(program(plans, rates, need, today)))
    return need["id"], None if total is None else str(total * CENT), seconds


def main(solver, plans_path, rates_path, needs_path, today):
    def rows(path):
        with open(path, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    plans, needs = rows(plans_path), rows(needs_path)
    converted = rows(rates_path)
    rates = {rate["currency"]: Decimal(rate["rate"]) for rate in converted} | {converted[0]["base"]: Decimal(1)}
    questions = [(solver, plans, rates, need, date.fromisoformat(today)) for need in needs]
    start = time.perf_counter()
    with multiprocessing.Pool(os.cpu_count()) as pool:
        answers = pool.map(solve, questions, chunksize=16)
    answer = {
        "version": importlib.metadata.version(SOLVERS[solver][1]),
        "totals": {need: total for need, total, _ in answers},
        "seconds": time.perf_counter() - start,
        "seconds_in_solver": sum(seconds for _, _, seconds in answers),
    }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) != 6 or sys.argv[1] not in SOLVERS:
        sys.exit(__doc__)
    main(*sys.argv[1:])
