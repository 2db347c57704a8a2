package org.tocsin.tracing.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.End;
import org.tocsin.tracing.Flow;
import org.tocsin.tracing.Holding;
import org.tocsin.tracing.TraceResult;

/**
 * The flow of a trace as nodes in columns (tier 0 the victims) and links between them. A picture
 * holds only so many nodes: the smallest of a column are drawn as one, which says how many it
 * stands for.
 */
final class FlowGraph {
  static final int MOST_NODES = 44;

  final List<Node> nodes = new ArrayList<>();
  final List<Link> links = new ArrayList<>();
  private final Map<String, Node> byKey = new LinkedHashMap<>();
  private final Map<String, Link> linkByKey = new LinkedHashMap<>();
  private final Map<Integer, Node> hubs = new HashMap<>();
  private final TraceResult result;
  private int made;

  /** What a node stands for. */
  enum Kind {
    VICTIM,
    ACCOUNT,
    CASH,
    HUB,
    RETURNED,
    DUST,
    OTHERS
  }

  /** A node, and where the picture puts it. */
  static final class Node {
    final int number;
    final Kind kind;
    final int account;
    int column;
    int accounts;
    long in;
    long out;
    long held;
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    double x;
    double y;
    double height;

    Node(int number, Kind kind, int account, int column) {
      this.number = number;
      this.kind = kind;
      this.account = account;
      this.column = column;
    }

    long size() {
      return Math.max(Math.max(in, out), held);
    }

    void seen(Instant at) {
      first = at.isBefore(first) ? at : first;
      last = at.isAfter(last) ? at : last;
    }
  }

  /** Payments between two nodes as one band. */
  static final class Link {
    final Node from;
    final Node to;
    final List<Flow> flows = new ArrayList<>();
    long fen;
    double fromY;
    double toY;

    Link(Node from, Node to) {
      this.from = from;
      this.to = to;
    }

    boolean back() {
      return to.column <= from.column;
    }
  }

  FlowGraph(TraceResult result) {
    this.result = result;
    Map<Integer, Integer> tiers = new HashMap<>();
    Set<Long> reported = new HashSet<>();
    result.request().reports().forEach(r -> reported.add(r.paymentId()));
    result.flows().forEach(f -> tiers.merge(f.to(), f.tier(), Math::min));
    List<Flow> flows = result.flows();
    for (Flow flow : flows) {
      Node from = source(flow, reported, tiers);
      Node to = target(flow, tiers);
      link(from, to, flow);
    }
    for (Holding holding : result.accounts()) {
      Node node = byKey.get("account" + holding.account());
      if (holding.end() == End.HELD && node != null) {
        node.held = holding.remainingFen();
      }
    }
    nodes.addAll(byKey.values());
    links.addAll(linkByKey.values());
    if (nodes.size() > MOST_NODES) {
      gather();
    }
  }

  private Node node(String key, Kind kind, int account, int column) {
    return byKey.computeIfAbsent(key, k -> new Node(made++, kind, account, column));
  }

  private Node source(Flow flow, Set<Long> reported, Map<Integer, Integer> tiers) {
    if (reported.contains(flow.paymentId()) && flow.tier() == 1) {
      return node("victim" + flow.from(), Kind.VICTIM, flow.from(), 0);
    }
    Node hub = hubs.get(flow.from());
    return hub != null
        ? hub
        : node(
            "account" + flow.from(), Kind.ACCOUNT, flow.from(), tiers.getOrDefault(flow.from(), 1));
  }

  private Node target(Flow flow, Map<Integer, Integer> tiers) {
    if (flow.dust()) {
      return node("dust" + flow.tier(), Kind.DUST, -1, flow.tier());
    }
    End end = flow.end();
    if (end == null || end == End.HELD) {
      return node(
          "account" + flow.to(),
          Kind.ACCOUNT,
          flow.to(),
          tiers.getOrDefault(flow.to(), flow.tier()));
    }
    Kind kind = end == End.CASH ? Kind.CASH : end == End.HUB ? Kind.HUB : Kind.RETURNED;
    Node rest = node(end + " " + flow.tier() + " " + flow.to(), kind, flow.to(), flow.tier());
    if (kind == Kind.HUB) {
      hubs.putIfAbsent(
          flow.to(), rest); // what passes through it by order number goes on from there
    }
    return rest;
  }

  private void link(Node from, Node to, Flow flow) {
    Link link = linkByKey.computeIfAbsent(from.number + ">" + to.number, k -> new Link(from, to));
    link.flows.add(flow);
    link.fen += flow.tracedFen();
    from.out += flow.tracedFen();
    to.in += flow.tracedFen();
    from.seen(flow.at());
    to.seen(flow.at());
  }

  /** Keeps the largest nodes and all victims; of each column the rest become one. */
  private void gather() {
    List<Node> bySize = new ArrayList<>(nodes);
    bySize.sort(
        Comparator.comparing((Node n) -> n.kind != Kind.VICTIM)
            .thenComparing(Comparator.comparingLong(Node::size).reversed()));
    Set<Node> kept = new HashSet<>(bySize.subList(0, MOST_NODES));
    Map<Integer, Node> others = new HashMap<>();
    Map<Node, Node> stands = new HashMap<>();
    for (Node node : nodes) {
      if (!kept.contains(node)) {
        Node other =
            others.computeIfAbsent(
                node.column, column -> new Node(made++, Kind.OTHERS, -1, column));
        other.accounts++;
        other.in += node.in;
        other.out += node.out;
        other.held += node.held;
        other.seen(node.first);
        other.seen(node.last);
        stands.put(node, other);
      }
    }
    nodes.removeAll(stands.keySet());
    nodes.addAll(others.values());
    List<Link> before = List.copyOf(links);
    links.clear();
    linkByKey.clear();
    for (Link link : before) {
      Node from = stands.getOrDefault(link.from, link.from);
      Node to = stands.getOrDefault(link.to, link.to);
      Link joined =
          linkByKey.computeIfAbsent(from.number + ">" + to.number, k -> new Link(from, to));
      joined.flows.addAll(link.flows);
      joined.fen += link.fen;
    }
    links.addAll(linkByKey.values());
  }

  int columns() {
    return nodes.stream().mapToInt(n -> n.column).max().orElse(0) + 1;
  }

  List<Node> column(int column) {
    return nodes.stream().filter(n -> n.column == column).toList();
  }

  /** When traced money first came to a column; null for an empty one. */
  @Nullable Instant first(int column) {
    return column(column).stream().map(n -> n.first).min(Comparator.naturalOrder()).orElse(null);
  }

  @Nullable Instant last(int column) {
    return column(column).stream().map(n -> n.last).max(Comparator.naturalOrder()).orElse(null);
  }

  boolean gathered() {
    return nodes.stream().anyMatch(n -> n.kind == Kind.OTHERS);
  }

  TraceResult result() {
    return result;
  }
}
