package org.tocsin.tracing.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.tocsin.tracing.Flow;
import org.tocsin.tracing.report.FlowGraph.Kind;
import org.tocsin.tracing.report.FlowGraph.Link;
import org.tocsin.tracing.report.FlowGraph.Node;

/**
 * The same flow over time: a line an account, by tier, as thick as the traced money on it at that
 * moment; an upright line a payment. Time runs to the right, quiet stretches are shortened
 * (logarithmically), and every mark on the axis bears its exact time.
 */
final class TimeChart {
  private static final double LEFT = 190;
  private static final double RIGHT = 24;
  private static final double ROW = 24;
  private static final double TOP = 34;
  private static final double WIDTH = 1180;
  private static final double THICKEST = 15;

  private final FlowGraph graph;
  private final IntFunction<String> names;
  private final ZoneId zone;
  private final StringBuilder svg = new StringBuilder();
  private final List<Instant> times;
  private final Map<Instant, Double> places = new HashMap<>();
  private final Map<Node, Double> rows = new HashMap<>();

  TimeChart(FlowGraph graph, IntFunction<String> names, ZoneId zone) {
    this.graph = graph;
    this.names = names;
    this.zone = zone;
    var all = new TreeSet<Instant>();
    graph.links.forEach(link -> link.flows.forEach(flow -> all.add(flow.at())));
    times = List.copyOf(all);
    double[] at = new double[times.size()];
    for (int i = 1; i < at.length; i++) {
      at[i] =
          at[i - 1]
              + Math.log1p(
                  (times.get(i).toEpochMilli() - times.get(i - 1).toEpochMilli()) / 60_000.0)
              + 0.15;
    }
    double span = at.length == 0 || at[at.length - 1] == 0 ? 1 : at[at.length - 1];
    for (int i = 0; i < at.length; i++) {
      places.put(times.get(i), LEFT + 12 + at[i] / span * (WIDTH - LEFT - RIGHT - 60));
    }
  }

  String draw() {
    List<Node> order =
        graph.nodes.stream()
            .sorted(
                Comparator.comparingInt((Node n) -> n.column)
                    .thenComparing(n -> n.first)
                    .thenComparingInt(n -> n.number))
            .toList();
    double height = TOP + order.size() * ROW + 34;
    svg.append(
        format(
            "<svg class=\"chart\" role=\"img\" aria-label=\"资金流转时间图\" viewBox=\"0 0 %.0f %.0f\">",
            WIDTH, height));
    int column = -1;
    for (int i = 0; i < order.size(); i++) {
      Node node = order.get(i);
      double y = TOP + i * ROW + ROW / 2;
      rows.put(node, y);
      if (node.column != column) {
        column = node.column;
        svg.append(
            format(
                "<line class=\"lane\" x1=\"0\" y1=\"%.1f\" x2=\"%.0f\" y2=\"%.1f\"/>",
                y - ROW / 2, WIDTH, y - ROW / 2));
        svg.append(
            format("<text class=\"tier\" x=\"2\" y=\"%.1f\">%s</text>", y + 4, Words.tier(column)));
      }
      svg.append(
          format(
              "<text class=\"name\" x=\"%.0f\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
              LEFT - 6, y + 4, Words.escape(name(node))));
    }
    axis(height);
    order.forEach(this::line);
    graph.links.forEach(this::payments);
    return svg.append("</svg>").toString();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private double at(Instant time) {
    return places.getOrDefault(time, LEFT);
  }

  private void axis(double height) {
    double last = -1000;
    for (Instant time : times) {
      double x = at(time);
      if (x - last >= 84) {
        svg.append(
            format(
                "<line class=\"tick\" x1=\"%.1f\" y1=\"22\" x2=\"%.1f\" y2=\"%.1f\"/>",
                x, x, height - 8));
        svg.append(
            format(
                "<text class=\"time\" x=\"%.1f\" y=\"15\" text-anchor=\"middle\">%s</text>",
                x, Words.brief(time, zone)));
        last = x;
      }
    }
  }

  private record Change(Instant at, long by) {}

  /** An account's line: steps of the traced money on it. */
  private void line(Node node) {
    if (node.kind == Kind.VICTIM || node.kind == Kind.DUST) {
      return;
    }
    var changes = new ArrayList<Change>();
    for (Link link : graph.links) {
      for (Flow flow : link.flows) {
        if (link.to == node) {
          changes.add(new Change(flow.at(), flow.tracedFen()));
        }
        if (link.from == node && node.kind != Kind.HUB) {
          changes.add(new Change(flow.at(), -flow.tracedFen()));
        }
      }
    }
    changes.sort(
        Comparator.comparing(Change::at)
            .thenComparing(Comparator.comparingLong(Change::by).reversed()));
    double y = rows.getOrDefault(node, 0.0);
    long most = Math.max(1, graph.nodes.stream().mapToLong(Node::size).max().orElse(1));
    long on = 0;
    for (int i = 0; i < changes.size(); i++) {
      on += changes.get(i).by;
      double x0 = at(changes.get(i).at);
      double x1 = i + 1 < changes.size() ? at(changes.get(i + 1).at) : WIDTH - RIGHT;
      if (on > 0 && x1 > x0) {
        double thick = Math.max(1.5, THICKEST * on / most);
        svg.append(
            format(
                "<rect class=\"stay %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s %s 元</title></rect>",
                SankeyChart.css(node.kind),
                x0,
                y - thick / 2,
                x1 - x0,
                thick,
                Words.escape(name(node)),
                Yuan.of(on)));
      }
    }
  }

  private void payments(Link link) {
    for (Flow flow : link.flows) {
      double x = at(flow.at());
      double from = rows.getOrDefault(link.from, 0.0);
      double to = rows.getOrDefault(link.to, 0.0);
      double tip = to > from ? -4 : 4;
      svg.append(
          format(
              "<g class=\"pay\"><title>%s → %s&#10;%s 元（该笔 %s 元）&#10;%s</title><line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
              Words.escape(name(link.from)),
              Words.escape(name(link.to)),
              Yuan.of(flow.tracedFen()),
              Yuan.of(flow.amountFen()),
              Words.full(flow.at(), zone),
              x,
              from,
              x,
              to));
      svg.append(format("<path d=\"M%.1f %.1f l-3 %.1f h6 z\"/></g>", x, to, tip));
    }
  }

  private String name(Node node) {
    return switch (node.kind) {
      case OTHERS -> "其他 " + node.accounts + " 个账户";
      case DUST -> "低于阈值";
      case CASH -> Words.brief(names.apply(node.account)) + "（取现）";
      case HUB -> Words.brief(names.apply(node.account)) + "（机构）";
      case RETURNED -> Words.brief(names.apply(node.account)) + "（退回）";
      case VICTIM, ACCOUNT -> Words.brief(names.apply(node.account));
    };
  }
}
