package org.tocsin.tracing.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.tocsin.tracing.report.FlowGraph.Kind;
import org.tocsin.tracing.report.FlowGraph.Link;
import org.tocsin.tracing.report.FlowGraph.Node;

/**
 * The layered flow: a column a tier, from the victim on the left; a band's width is the money in
 * it, the dark part of a node stays there.
 */
final class SankeyChart {
  private static final double PITCH = 196;
  private static final double BAR = 12;
  private static final double TOP = 58;
  private static final double LABEL = 40;
  private static final double BODY = 380;

  private final FlowGraph graph;
  private final IntFunction<String> names;
  private final ZoneId zone;
  private final StringBuilder svg = new StringBuilder();
  private double scale;

  SankeyChart(FlowGraph graph, IntFunction<String> names, ZoneId zone) {
    this.graph = graph;
    this.names = names;
    this.zone = zone;
  }

  /** The picture as SVG; it needs the page's style sheet. */
  String draw() {
    double height = layOut();
    double width = graph.columns() * PITCH + 10;
    svg.append(
        format(
            "<svg class=\"chart\" role=\"img\" aria-label=\"资金分层流向图\" viewBox=\"0 0 %.0f %.0f\" style=\"min-width:%.0fpx\">",
            width, height, Math.min(width, graph.columns() * 150)));
    for (int column = 0; column < graph.columns(); column++) {
      head(column, height);
    }
    graph.links.stream()
        .sorted(Comparator.comparingLong((Link l) -> l.fen).reversed())
        .forEach(this::band);
    graph.nodes.forEach(this::bar);
    graph.nodes.forEach(this::label);
    return svg.append("</svg>").toString();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private double layOut() {
    long largest = 1;
    for (int column = 0; column < graph.columns(); column++) {
      largest = Math.max(largest, graph.column(column).stream().mapToLong(Node::size).sum());
    }
    scale = BODY / largest;
    double bottom = 0;
    List<List<Node>> columns = new ArrayList<>();
    for (int column = 0; column < graph.columns(); column++) {
      columns.add(new ArrayList<>(graph.column(column)));
      columns
          .get(column)
          .sort(
              Comparator.comparing((Node n) -> n.kind == Kind.OTHERS || n.kind == Kind.DUST)
                  .thenComparing(n -> n.first)
                  .thenComparing(Comparator.comparingLong(Node::size).reversed()));
      bottom = Math.max(bottom, stack(columns.get(column), column));
    }
    for (int sweep = 0; sweep < 4; sweep++) {
      for (List<Node> column : columns) {
        column.sort(
            Comparator.comparing((Node n) -> n.kind == Kind.OTHERS || n.kind == Kind.DUST)
                .thenComparingDouble(this::pull));
        stack(column, columns.indexOf(column));
      }
    }
    attach();
    boolean back = graph.links.stream().anyMatch(Link::back);
    return bottom + (back ? 46 : 14);
  }

  private double stack(List<Node> column, int number) {
    double y = TOP;
    for (Node node : column) {
      node.x = number * PITCH + 4;
      node.y = y;
      node.height = Math.max(3, node.size() * scale);
      y += Math.max(node.height, LABEL) + 8;
    }
    return y;
  }

  /** Where the money of a node comes from: the middle of its senders, by amount. */
  private double pull(Node node) {
    double weight = 0;
    double sum = 0;
    for (Link link : graph.links) {
      if (link.to == node && !link.back()) {
        weight += link.fen;
        sum += link.fen * (link.from.y + link.from.height / 2);
      }
    }
    return weight == 0 ? node.y : sum / weight;
  }

  /** Gives every band its place on both nodes, so that bands of one node do not cross at it. */
  private void attach() {
    for (Node node : graph.nodes) {
      double y = node.y;
      for (Link link :
          graph.links.stream()
              .filter(l -> l.from == node && !l.back())
              .sorted(Comparator.comparingDouble(l -> l.to.y))
              .toList()) {
        link.fromY = y;
        y += link.fen * scale;
      }
      y = node.y;
      for (Link link :
          graph.links.stream()
              .filter(l -> l.to == node && !l.back())
              .sorted(Comparator.comparingDouble(l -> l.from.y))
              .toList()) {
        link.toY = y;
        y += link.fen * scale;
      }
    }
  }

  private void head(int column, double height) {
    double x = column * PITCH + 4;
    Instant first = graph.first(column);
    Instant last = graph.last(column);
    svg.append(
        format(
            "<line class=\"lane\" x1=\"%.1f\" y1=\"44\" x2=\"%.1f\" y2=\"%.1f\"/>",
            x + BAR / 2, x + BAR / 2, height - 6));
    svg.append(
        format(
            "<text class=\"tier\" x=\"%.1f\" y=\"16\">%s</text>",
            x, column == 0 ? "被害人" : Words.tier(column)));
    if (first != null && last != null) {
      String span =
          Words.brief(first, zone)
              + (Words.brief(first, zone).equals(Words.brief(last, zone))
                  ? ""
                  : " – " + Words.brief(last, zone));
      svg.append(format("<text class=\"time\" x=\"%.1f\" y=\"33\">%s</text>", x, span));
    }
  }

  private void band(Link link) {
    String title =
        "<title>%s → %s&#10;%s 元，%d 笔&#10;%s – %s</title>"
            .formatted(
                title(link.from),
                title(link.to),
                Yuan.of(link.fen),
                link.flows.size(),
                Words.full(link.flows.getFirst().at(), zone),
                Words.full(link.flows.getLast().at(), zone));
    double thick = Math.max(1, link.fen * scale);
    if (link.back()) {
      double low = Math.max(link.from.y + link.from.height, link.to.y + link.to.height) + 30;
      svg.append(
          format(
              "<path class=\"back\" stroke-width=\"%.1f\" d=\"M%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f\">%s</path>",
              Math.min(3, Math.max(1.2, thick)),
              link.from.x + BAR,
              link.from.y + link.from.height - 1,
              link.from.x + 70,
              low,
              link.to.x - 60,
              low,
              link.to.x,
              link.to.y + link.to.height - 1,
              title));
      return;
    }
    double x0 = link.from.x + BAR;
    double x1 = link.to.x;
    double middle = (x0 + x1) / 2;
    svg.append(
        format(
            "<path class=\"band %s\" d=\"M%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f L%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f Z\">%s</path>",
            css(link.to.kind),
            x0,
            link.fromY,
            middle,
            link.fromY,
            middle,
            link.toY,
            x1,
            link.toY,
            x1,
            link.toY + thick,
            middle,
            link.toY + thick,
            middle,
            link.fromY + thick,
            x0,
            link.fromY + thick,
            title));
  }

  static String css(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void bar(Node node) {
    svg.append(
        format(
            "<g class=\"node %s\"><title>%s</title><rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
            css(node.kind), title(node), node.x, node.y, BAR, node.height));
    if (node.held > 0) {
      double held = Math.max(2, node.held * scale);
      svg.append(
          format(
              "<rect class=\"held\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
              node.x,
              node.y + node.height - Math.min(held, node.height),
              BAR,
              Math.min(held, node.height)));
    }
    svg.append("</g>");
  }

  private void label(Node node) {
    double x = node.x + BAR + 5;
    double y = node.y + Math.min(13, Math.max(10, node.height / 2 + 4));
    svg.append(
        format(
            "<text class=\"name\" x=\"%.1f\" y=\"%.1f\">%s</text>",
            x, y, Words.escape(name(node))));
    svg.append(format("<text class=\"sum\" x=\"%.1f\" y=\"%.1f\">%s</text>", x, y + 13, sum(node)));
    if (node.kind != Kind.OTHERS && node.kind != Kind.DUST) {
      svg.append(
          format(
              "<text class=\"when\" x=\"%.1f\" y=\"%.1f\">%s</text>",
              x, y + 25, Words.brief(node.first, zone)));
    }
  }

  private String sum(Node node) {
    return switch (node.kind) {
      case VICTIM -> "转出 " + Yuan.of(node.out);
      case CASH -> "取现 " + Yuan.of(node.in);
      case HUB -> "进入机构 " + Yuan.of(node.in);
      case RETURNED -> "退回 " + Yuan.of(node.in);
      case DUST -> "不再追 " + Yuan.of(node.in);
      case ACCOUNT, OTHERS ->
          node.held > 0
              ? "<tspan class=\"keeps\">留存 " + Yuan.of(node.held) + "</tspan>"
              : "过手 " + Yuan.of(node.in);
    };
  }

  private String name(Node node) {
    return switch (node.kind) {
      case OTHERS -> "其他 " + node.accounts + " 个账户";
      case DUST -> "低于阈值的零星款";
      case VICTIM, ACCOUNT, CASH, HUB, RETURNED -> Words.brief(names.apply(node.account));
    };
  }

  private String title(Node node) {
    String name = node.account < 0 ? name(node) : names.apply(node.account);
    String held = node.held > 0 ? "&#10;留存 " + Yuan.of(node.held) : "";
    return Words.escape(name) + "&#10;流入 " + Yuan.of(node.in) + "，流出 " + Yuan.of(node.out) + held;
  }
}
