"""The charts of a brief, made with Altair as Vega-Lite specifications."""

from __future__ import annotations

from typing import Any

from memcon.answers.briefing import QUADS, Brief, Series
from memcon.errors import Error
from memcon.exports import wording
from memcon.exports.brief.sections import value

_COLOURS = {
    "verbal cooperation": "#7fb89a",
    "material cooperation": "#2c7a57",
    "verbal conflict": "#f0a58f",
    "material conflict": "#b3361f",
}
_HEIGHT = 220
_AMOUNT = "replace(format(datum.value, '~s'), 'G', ' bn')"
"""A number on an axis; SI writes a billion as G."""


def altair() -> Any:
    """The Altair module. Raises `memcon.Error` where it is not installed."""
    try:
        import altair as found
    except ImportError as error:
        raise Error("altair is not installed; pip install 'memcon[charts]', or use --md") from error
    return found


def bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script. Raises `memcon.Error` where vl-convert is not installed."""
    try:
        import vl_convert
    except ImportError as error:
        raise Error("vl-convert-python is not installed; pip install 'memcon[charts]', or use --md") from error
    module: Any = vl_convert  # its stub asks for an argument that has a default
    script: str = module.javascript_bundle()
    return script


def specifications(brief: Brief) -> dict[str, dict[str, Any]]:
    """Vega-Lite specifications by name: counts and scores by month, and each series."""
    made = {}
    if len(brief.months) > 1:
        made["months"] = _counts(brief).to_dict()
        if sum(row["mean_score"] is not None for row in brief.months) > 1:
            made["scores"] = _scores(brief).to_dict()
    for number, series in enumerate(brief.series, start=1):
        made[f"series-{number}"] = _series(series).to_dict()
    return made


def _counts(brief: Brief) -> Any:
    alt = altair()
    kinds = list(_COLOURS)
    values = [
        {"month": row["month"].isoformat(), "kind": kind, "events": row[name], "height": sign * row[name]}
        for row in brief.months
        for name, kind, sign in zip(QUADS, kinds, (1, 1, -1, -1), strict=True)
        if row[name]
    ]
    net = [{"month": row["month"].isoformat(), "net": row["net_cooperation"]} for row in brief.months]
    month = alt.X("month:T", timeUnit="yearmonth", title=None, axis=alt.Axis(format="%b %Y", labelAngle=0))
    bars = (
        alt.Chart(alt.Data(values=values))
        .mark_bar(width={"band": 0.8})
        .encode(
            x=month,
            y=alt.Y("height:Q", title="conflict  ·  events  ·  cooperation", axis=alt.Axis(tickMinStep=1, format="d")),
            color=alt.Color("kind:N", scale=alt.Scale(domain=kinds, range=list(_COLOURS.values())), title=None),
            tooltip=[alt.Tooltip("month:T", format="%B %Y"), "kind:N", "events:Q"],
        )
    )
    line = (
        alt.Chart(alt.Data(values=net))
        .mark_line(point=alt.OverlayMarkDef(color="#5e5b6b"), color="#5e5b6b", strokeWidth=1.5)
        .encode(
            x=month.bandPosition(0.5),
            y="net:Q",
            tooltip=[alt.Tooltip("month:T", format="%B %Y"), alt.Tooltip("net:Q", title="net cooperation")],
        )
    )
    return _dressed(alt.layer(bars, line))


def _scores(brief: Brief) -> Any:
    alt = altair()
    scales = {"PLOVER": "mean_score", "Goldstein": "mean_goldstein"}
    values = [
        {"month": row["month"].isoformat(), "scale": scale, "score": round(row[name], 3)}
        for row in brief.months
        for scale, name in scales.items()
        if row[name] is not None
    ]
    chart = (
        alt.Chart(alt.Data(values=values))
        .mark_line(point=True)
        .encode(
            x=alt.X("month:T", title=None, axis=alt.Axis(format="%b %Y")),
            y=alt.Y("score:Q", title="mean score, from −10 to 10", scale=alt.Scale(domain=[-10, 10])),
            color=alt.Color("scale:N", title=None, scale=alt.Scale(domain=list(scales), range=["#6a2fa0", "#0b7480"])),
            tooltip=[alt.Tooltip("month:T", format="%B %Y"), "scale:N", "score:Q"],
        )
    )
    return _dressed(chart)


def _series(series: Series) -> Any:
    alt = altair()
    values = [
        {
            "day": point.day.isoformat(),
            "period": wording.clean(point.period),
            "low": point.low,
            "high": point.high,
            "stated": value(point),
            "reports": len({row["document"] for row in point.figures}),
        }
        for point in series.points
    ]
    unit = f"{series.name}, {series.unit}" if series.unit else series.name
    base = alt.Chart(alt.Data(values=values)).encode(
        x=alt.X("day:T", title=None),
        tooltip=["period:N", "stated:N", "reports:Q"],
    )
    y = alt.Y("high:Q", title=wording.clean(unit), axis=alt.Axis(labelExpr=_AMOUNT))
    rule = base.mark_rule(strokeWidth=4, opacity=0.4, color="#6a2fa0").encode(y=y, y2="low:Q")
    return _dressed(
        alt.layer(base.mark_line(point=alt.OverlayMarkDef(color="#6a2fa0"), color="#6a2fa0").encode(y=y), rule)
    )


def _dressed(chart: Any) -> Any:
    return (
        chart.properties(width="container", height=_HEIGHT)
        .configure(background="transparent", font="system-ui, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor="#7b7788", titleColor="#7b7788", gridColor="#8884", domainColor="#8888", tickColor="#8888"
        )
        .configure_legend(labelColor="#7b7788", orient="bottom")
    )
